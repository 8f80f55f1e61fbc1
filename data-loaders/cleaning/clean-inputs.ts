import {createHash} from "node:crypto";
import {existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync} from "node:fs";
import {join} from "node:path";
import type {ReportConfiguration} from "../configuration.ts";
import {fingerprintFiles} from "../fingerprint.ts";
import {isRunning} from "../is-running.ts";
import {readModels} from "../models.ts";
import type {EventInput} from "../sources/event-input.ts";
import type {Progress} from "../progress.ts";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";
import {cleanInput, leaveOutCopies, openTable, selectReadEvents} from "./clean-input.ts";
import {findCopies} from "./find-copies.ts";
import {findBeyond, findStrayTimes, type TimeBounds, writeTimeBounds} from "./find-stray-times.ts";

/** An input that has been cleaned. */
export interface CleanedInput {
  input: EventInput;
  /** what it was cleaned into: a Parquet file per staging model, and its rejected rows */
  folder: string;
  /** the same, but for copies of other inputs' rows that were left out too; `folder` where it has none */
  distinctFolder: string;
}

/** How to clean inputs. */
export interface CleanOptions {
  /** where cleaned inputs are kept for the next run; nothing is kept unless told */
  cache?: string | undefined;
  /** for what is not kept; removed by the caller */
  temporary: string;
  progress?: Progress | undefined;
}

/**
 * Cleans inputs one by one, or takes what an earlier run has kept of them, leaves out what is far from all others in time, finds copies
 * between them, and opens all of them together as the tables of the schema `staging`. Throws a ReportError when an input cannot be read.
 */
export async function cleanInputs(
  warehouse: Warehouse,
  inputs: readonly EventInput[],
  configuration: ReportConfiguration,
  {cache, temporary, progress}: CleanOptions
): Promise<CleanedInput[]> {
  await warehouse.run("create table raw.copies_of_other_files(file_row bigint)");
  const rules = fingerprintRules(configuration);
  const folderOf = (input: EventInput, i: number, bounds?: TimeBounds): string => {
    const key = createHash("sha256")
      .update([rules, input.digest, ...(bounds ? [JSON.stringify(bounds)] : [])].join(" "))
      .digest("hex")
      .slice(0, 32);
    return cache && input.isKept ? join(cache, key) : join(temporary, `${i}-${key}`);
  };
  const cleaned: CleanedInput[] = [];
  const size = inputs.reduce((sum, input) => sum + input.size, 0);
  let done = 0;
  let rows = 0;
  const clean = async (input: EventInput, folder: string, bounds?: TimeBounds): Promise<CleanedInput> => {
    if (existsSync(folder)) utimesSync(folder, new Date(), new Date());
    else {
      progress?.({step: "clean", detail: input.name, share: Math.min(1, done / Math.max(1, size)), rows});
      await writeTimeBounds(warehouse, bounds);
      rows += await cleanInto(warehouse, input, folder);
    }
    done += input.size;
    return {input, folder, distinctFolder: folder};
  };
  for (const [i, input] of inputs.entries()) cleaned.push(await clean(input, folderOf(input, i)));
  const folders = cleaned.map(({folder}) => folder);
  const bounds = await findStrayTimes(warehouse, folders, configuration.thresholds.maximumStrayShare);
  // once more, so that rejected rows are found with their lines
  for (const i of bounds ? await findBeyond(warehouse, folders, bounds) : []) {
    const input = inputs[i] as EventInput;
    cleaned[i] = await clean(input, folderOf(input, i, bounds), bounds);
  }
  for (const [i, copies] of await findCopies(
    warehouse,
    cleaned.map(({folder}) => folder)
  )) {
    const input = cleaned[i] as CleanedInput;
    input.distinctFolder = join(temporary, `distinct-${i}`);
    await warehouse.run(`create or replace table raw.copies_of_other_files as ${copies}`);
    await leaveOutCopies(warehouse, input.folder, input.distinctFolder);
  }
  await openStaging(warehouse, cleaned);
  if (cache) forgetUnused(cache);
  return cleaned;
}

/** Inputs that no run has used for so long are not kept any longer. */
const keptFor = 7 * 24 * 3600 * 1000;

function forgetUnused(cache: string): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const folder = join(cache, name);
    const pid = /\.(\d+)\.next$/.exec(name)?.[1];
    const isOver = pid === undefined ? Date.now() - statSync(folder).mtimeMs > keptFor : !isRunning(Number(pid));
    if (isOver) rmSync(folder, {recursive: true, force: true});
  }
}

// what cleaning depends on besides the input
function fingerprintRules({events, stages, sessions}: ReportConfiguration): string {
  const maps = events.source === "demo-store" ? {} : {...events, files: [], tables: {}, people: ""};
  const code = fingerprintFiles([
    "data-loaders/models/staging/**",
    "data-loaders/sources/**",
    "data-loaders/cleaning/**",
    "data-loaders/warehouse.ts",
    "src/shared/event-columns.ts",
    "src/shared/stages.ts",
    "package-lock.json"
  ]);
  return JSON.stringify([maps, stages, sessions.idleMinutes, code]);
}

// a folder has its name once it is whole, whoever is first
async function cleanInto(warehouse: Warehouse, input: EventInput, folder: string): Promise<number> {
  const next = `${folder}.${process.pid}.next`;
  rmSync(next, {recursive: true, force: true});
  try {
    const rows = await cleanInput(warehouse, input, next);
    if (!existsSync(folder)) renameSync(next, folder);
    return rows;
  } finally {
    rmSync(next, {recursive: true, force: true});
  }
}

async function openStaging(warehouse: Warehouse, cleaned: readonly CleanedInput[]): Promise<void> {
  const events = await Promise.all(cleaned.map(({folder}, file) => selectReadEvents(warehouse, folder, file)));
  await warehouse.run(`create or replace view staging.read_events as ${events.join(" union all ")}`);
  for (const name of ["columns", "column_nulls"]) {
    const files = cleaned.map(({folder}) => join(folder, `${name}.parquet`));
    await openTable(warehouse, `staging.${name}`, files);
  }
  const [, ...models] = readModels("staging");
  for (const {table, name, sql, isView} of models) {
    const files = cleaned.map(({distinctFolder}) => join(distinctFolder, `${name}.parquet`));
    await (isView ? warehouse.run(`create or replace view ${table} as\n${sql}`) : openTable(warehouse, table, files));
  }
  const rejects = cleaned.map(
    ({input, folder}) =>
      `select ${sqlLiteral(input.name)} as file, * from read_parquet(${sqlLiteral(join(folder, "rejected_rows.parquet"))})`
  );
  await warehouse.run(`create or replace view staging.rejected_rows as ${rejects.join(" union all ")}`);
}
