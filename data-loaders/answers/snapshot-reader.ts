import {rmSync} from "node:fs";
import {join} from "node:path";
import {
  type DuckDBConnection,
  type DuckDBExtractedStatements,
  type DuckDBPreparedStatement,
  StatementType
} from "@duckdb/node-api";
import type {Annotation} from "../annotations/read-annotations.ts";
import {explainResources} from "../explain-resources.ts";
import type {Row} from "../read-results.ts";
import type {Manifest} from "../snapshots.ts";
import {temporaryFolder} from "../temporary-folder.ts";
import {sqlLiteral, Warehouse} from "../warehouse.ts";
import {countStatements} from "./sql-tokens.ts";

/** Answers queries on snapshots. */
export interface SnapshotReader {
  /** The rows of a query. Throws an Error that says what is wrong with the query. */
  rows: (query: string) => Promise<Row[]>;
  close: () => void;
}

/**
 * Opens a folder of snapshots for queries, each table under its own name, and `report`, `event_columns` and `annotations`: the
 * analyst's, which have to be given, and the episodes that anomalies are about. Queries can read these alone: no other file, no
 * network, and they change nothing. Close it when done.
 */
export async function openSnapshots(
  folder: string,
  manifest: Manifest,
  annotations: readonly Annotation[] = []
): Promise<SnapshotReader> {
  // DuckDB lets queries read and write in its folder for temporary files, so it is one that holds nothing else
  const temporary = temporaryFolder();
  const warehouse = await Warehouse.open({temporary});
  warehouse.onClose(() => rmSync(temporary, {recursive: true, force: true}));
  const files = manifest.tables.map(({name}) => ({name, file: sqlLiteral(join(folder, `${name}.parquet`))}));
  for (const {name, file} of files) await warehouse.run(`create view ${name} as select * from ${file}`);
  await describeReport(warehouse, manifest);
  await annotate(warehouse, manifest, annotations);
  await warehouse.run(`set allowed_paths = [${files.map(({file}) => file).join(", ")}]`);
  await warehouse.run("set enable_external_access = false");
  await warehouse.run("set lock_configuration = true");
  return {rows: (query) => readQuery(warehouse.connection, query), close: () => warehouse.close()};
}

async function describeReport(
  warehouse: Warehouse,
  {report, eventColumns, firstEventAt, lastEventAt}: Manifest
): Promise<void> {
  await warehouse.insert(
    `report(title varchar, locale varchar, currency varchar, minimum_trials integer, minimum_group_size integer,
      first_event_at timestamp, last_event_at timestamp)`,
    [
      [
        report.title,
        report.locale,
        report.currency,
        report.minimumTrials,
        report.minimumGroupSize,
        firstEventAt.slice(0, -1),
        lastEventAt.slice(0, -1)
      ]
    ]
  );
  await warehouse.insert(
    "event_columns(column_name varchar)",
    eventColumns.map((column) => [column])
  );
}

async function annotate(warehouse: Warehouse, {tables}: Manifest, annotations: readonly Annotation[]): Promise<void> {
  await warehouse.insert(
    "annotations(started_on date, ended_on date, label varchar, kind varchar, episode integer)",
    annotations.map(({startedOn, endedOn, label}) => [startedOn, endedOn, label, "own", null])
  );
  const episodes = `select started_on, ended_on, explanation as label, 'episode' as kind, episode from anomalies where is_main`;
  const isThere = tables.some(({name}) => name === "anomalies");
  await warehouse.run(`create or replace table annotations as
    select * from (from annotations ${isThere ? `union all ${episodes}` : ""}) order by started_on, kind, label, ended_on`);
}

async function readQuery(connection: DuckDBConnection, query: string): Promise<Row[]> {
  const count = countStatements(query);
  if (count !== 1) throw new Error(count === 0 ? "the query is empty" : severalStatements(count));
  try {
    const statements = await connection.extractStatements(query);
    const last = statements.count - 1;
    // a pivot is two statements to DuckDB, of which the first creates the type of its columns
    for (let i = 0; i < last; ++i) {
      await (await prepare(statements, {index: i, type: StatementType.CREATE})).run();
    }
    const statement = await prepare(statements, {index: last, type: StatementType.SELECT});
    return (await statement.runAndReadAll()).getRowObjectsJS();
  } catch (error) {
    explainResources(explainRefusal(error));
  }
}

// preparing alone changes nothing
async function prepare(
  statements: DuckDBExtractedStatements,
  {index, type}: {index: number; type: StatementType}
): Promise<DuckDBPreparedStatement> {
  const statement = await statements.prepare(index);
  if (statement.statementType === type) return statement;
  throw new Error("the statement is not a query; a fence begins with select, from or with, and changes nothing");
}

function severalStatements(count: number): string {
  return `the fence has ${count} statements; it takes one query: put each into a fence of its own`;
}

function explainRefusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const file = /^Permission Error: Cannot access (?:file|directory) "(.*?)"/.exec(error.message)?.[1];
  if (file !== undefined) {
    return new Error(`${file} is not among the snapshots; a query reads these alone, no other file and no network`);
  }
  return new Error(error.message.replace(/^Failed to extract statements: /, ""));
}
