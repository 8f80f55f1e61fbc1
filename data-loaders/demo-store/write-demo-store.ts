import {writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import type {DemoStore} from "../configuration.ts";
import {ReportError} from "../report-error.ts";
import {checkReplaceable, replaceFolderWith} from "../replace-folder.ts";
import {type TableProgress, sqlLiteral, Warehouse} from "../warehouse.ts";
import {createStatements} from "./create-statements.ts";
import {writeDataDictionary} from "./data-dictionary.ts";
import {generateDemoStore} from "./generate-demo-store.ts";
import {readTruth} from "./read-truth.ts";
import {demoTables, type DemoTableName} from "./schema.ts";
import {drawTableDiagram} from "./table-diagram.ts";

/** Is told in a line what has been done. */
type LineProgress = (line: string) => void;

/** The formats in which the demo store's tables can be written. */
export const demoFormats = ["csv", "parquet"] as const;

/** A format in which the demo store's tables can be written. */
export type DemoFormat = (typeof demoFormats)[number];

/** How to write the demo store. */
export interface WriteOptions {
  format: DemoFormat;
  /** how many threads DuckDB uses; as many as there are cores unless told */
  threads?: number | undefined;
  progress?: LineProgress | undefined;
}

const written = new Set([
  ...["schema.sql", "data-dictionary.md", "tables.svg", "truth.json"],
  ...demoTables.flatMap(({name}) => demoFormats.map((format) => `${name}.${format}`))
]);

/**
 * Generates the demo store into a folder: one file per table, `schema.sql` with their keys, `data-dictionary.md`,
 * `tables.svg` and `truth.json`. The folder is replaced as a whole, once everything is written. The same store gives the
 * same bytes on any number of threads. Throws a ReportError when the folder holds something else.
 */
export async function writeDemoStore(store: DemoStore, output: string, options: WriteOptions): Promise<void> {
  const folder = resolve(output);
  checkReplaceable(folder, (file) => written.has(file));
  await replaceFolderWith(folder, async (next) => {
    const warehouse = await Warehouse.open({threads: options.threads});
    try {
      await generateDemoStore(warehouse, store, reportLarge(options.progress));
      await writeFiles(warehouse, store, next, options);
    } catch (error) {
      // what the machine lacks, such as room on a disk or memory, is told in a line
      const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
      throw /^(IO Error|Out of Memory)|ENOSPC/.test(message) ? new ReportError(`${folder}: ${message}`) : error;
    } finally {
      warehouse.close();
    }
  });
}

// the rows of a file come in the order of the largest table that it is made of: with several threads that would not hold,
// nor with joins turned round; so each file has one thread, and the events, more than all others, are written beside them
async function writeFiles(
  warehouse: Warehouse,
  store: DemoStore,
  folder: string,
  options: WriteOptions
): Promise<void> {
  await warehouse.run("set threads = 1; set disabled_optimizers = 'join_order,build_side_probe_side'");
  const others = demoTables.map(({name}) => name).filter((name) => name !== "events");
  const files: DemoTableName[][] = options.threads === 1 ? [[...others, "events"]] : [["events"], others];
  // all end before an error of one of them is told, so that nothing is closed under a running query
  const ended = await Promise.allSettled([
    ...files.map((names) => writeTables(warehouse, names, folder, options)),
    writeDocuments(warehouse, store, folder)
  ]);
  for (const result of ended) if (result.status === "rejected") throw result.reason;
}

async function writeTables(
  warehouse: Warehouse,
  names: readonly DemoTableName[],
  folder: string,
  {format, progress}: WriteOptions
): Promise<void> {
  const connection = await warehouse.connect();
  for (const name of names) {
    const path = sqlLiteral(join(folder, `${name}.${format}`));
    const {rowsChanged} = await connection.run(
      `copy demo.${name} to ${path} (${format === "csv" ? "format csv, header true" : "format parquet"})`
    );
    progress?.(`wrote ${rowsChanged.toLocaleString("en")} ${name}`);
  }
  connection.closeSync();
}

async function writeDocuments(warehouse: Warehouse, store: DemoStore, folder: string): Promise<void> {
  writeFileSync(join(folder, "schema.sql"), createStatements(demoTables));
  writeFileSync(join(folder, "data-dictionary.md"), writeDataDictionary(demoTables));
  writeFileSync(join(folder, "tables.svg"), await drawTableDiagram(demoTables));
  writeFileSync(join(folder, "truth.json"), `${JSON.stringify(await readTruth(warehouse, store), null, 2)}\n`);
}

function reportLarge(progress: LineProgress | undefined): TableProgress | undefined {
  const steps = new Map([
    ["skeleton.visitors", "made up people"],
    ["skeleton.visits", "sent them to the shop"],
    ["skeleton.steps", "noted what they did"],
    ["demo.inventory", "added up orders, payments, ads and stocks"]
  ]);
  return (
    progress &&
    ((table) => {
      const step = steps.get(table);
      if (step) progress(step);
    })
  );
}
