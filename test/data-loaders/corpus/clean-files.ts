import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {selectReadEvents} from "../../../data-loaders/cleaning/clean-input.ts";
import {cleanInputs} from "../../../data-loaders/cleaning/clean-inputs.ts";
import {parseConfiguration, type ReportOptions} from "../../../data-loaders/configuration.ts";
import {eventInputs} from "../../../data-loaders/sources/event-inputs.ts";
import {type Row, Warehouse} from "../../../data-loaders/warehouse.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";

/** Files by their names, which may begin with folders. */
export type Files = Record<string, string | Buffer>;

/** What became of the rows of files. */
export interface Accounting {
  clean: number;
  duplicates: number;
  /** each rejected row as `line reason value`, after the file's name where there are several files */
  rejected: string[];
}

/** What maps a file's names to ours. */
export type Mapping = Partial<Omit<Extract<ReportOptions["events"], {source: "files"}>, "source" | "files">>;

let warehouse: Warehouse | undefined;

/** Cleans files in the test file's only warehouse, without the tables after it. */
export async function cleanFiles(files: Files, mapping: Mapping = {}): Promise<Accounting> {
  return (await cleanAndSelect(files, mapping)).accounting;
}

/** As cleanFiles, with the rows that `query` gives from `raw.read_events`: what was read from the last file. */
export async function cleanAndSelect(
  files: Files,
  mapping: Mapping = {},
  query?: string
): Promise<{accounting: Accounting; rows: Row[]}> {
  const opened = await openWarehouse();
  const folder = mkdtempSync(join(tmpdir(), "funnelbook-test-"));
  try {
    const paths = writeFiles(folder, files);
    const configuration = parseConfiguration({events: {...mapping, source: "files", files: paths}});
    await opened.writeSettings(configuration);
    const inputs = await eventInputs(configuration);
    const temporary = join(folder, "cleaned");
    const cleaned = await cleanInputs(opened, inputs, configuration, {temporary});
    const events = await selectReadEvents(opened, cleaned.at(-1)?.folder ?? "");
    await opened.run(`create view raw.read_events as ${events}`);
    const accounting = await account(opened, paths.length > 1);
    return {accounting, rows: query === undefined ? [] : plainRows(await opened.rows(query))};
  } catch (error) {
    // messages name paths from where the test runs
    throw error instanceof Error ? shortenPaths(error, folder) : error;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Writes files into a folder and returns their paths. */
export function writeFiles(folder: string, files: Files): string[] {
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, content);
    return path;
  });
}

/** Text of lines that end with LF. */
export function lines(...list: string[]): string {
  return list.map((line) => `${line}\n`).join("");
}

async function openWarehouse(): Promise<Warehouse> {
  warehouse ??= await Warehouse.open({threads: 2});
  for (const schema of ["raw", "settings", "staging"]) {
    await warehouse.run(`drop schema if exists ${schema} cascade; create schema ${schema}`);
  }
  return warehouse;
}

async function account(opened: Warehouse, isSeveral: boolean): Promise<Accounting> {
  const totals = await opened.row(
    "select coalesce(sum(good_rows), 0)::int as good, coalesce(sum(copies), 0)::int as copies from staging.file_totals"
  );
  const rejected = await opened.rows(
    "select file, line::int as line, reason, value from staging.rejected_rows order by file, line, reason"
  );
  return {
    clean: Number(totals.good) - Number(totals.copies),
    duplicates: Number(totals.copies),
    rejected: rejected.map(({file, line, reason, value}) =>
      [...(isSeveral ? [basename(String(file))] : []), line, reason, value].join(" ")
    )
  };
}

function shortenPaths(error: Error, folder: string): Error {
  error.message = error.message.replaceAll(new RegExp(`[^ ]*${basename(folder)}/`, "g"), "");
  return error;
}
