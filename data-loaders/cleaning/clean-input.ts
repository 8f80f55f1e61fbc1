import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {explainResources} from "../explain-resources.ts";
import {type Model, readModels} from "../models.ts";
import {ReportError} from "../report-error.ts";
import type {EventInput, OpenInput} from "../sources/event-input.ts";
import {writeColumns} from "../sources/open-file.ts";
import {eventColumns} from "../../src/shared/event-columns.ts";
import {NeedsCopy} from "../sources/needs-copy.ts";
import {isAboutLineEnds} from "../sources/unpack-lines.ts";
import type {UnreadableLine} from "../sources/unreadable-lines.ts";
import {insertRows, sqlLiteral, type StatementRunner, type Warehouse} from "../warehouse.ts";
import {findRowLines} from "./row-lines.ts";

/**
 * Cleans one input into a folder, one Parquet file per staging model, and `rejected_rows.parquet` with each row that was
 * rejected: its line, why, and the offending value. Returns the number of rows read. Throws a ReportError when the input cannot be read.
 */
export async function cleanInput(warehouse: Warehouse, input: EventInput, folder: string): Promise<number> {
  mkdirSync(folder, {recursive: true});
  const [reading, ...others] = readModels("staging");
  if (reading?.name !== "read_events") throw new Error("the first staging model has to read the events");
  await warehouse.run("delete from raw.copies_of_other_files");
  const {opened, unreadable} = await readInput(warehouse, input, folder, reading);
  // DuckDB goes on while lines are looked for
  const rejects = writeRejectedRows(warehouse, opened, unreadable, folder).catch(explainResources);
  await Promise.all([rejects, writeModels(warehouse, others, folder)]);
  rmSync(copyOf(folder), {recursive: true, force: true});
  const {rows} = await warehouse.row("select readable_rows as rows from staging.file_totals");
  return Number(rows) + unreadable.length;
}

/**
 * Runs those staging models again that depend on which rows are copies, into another folder, after `raw.copies_of_other_files`
 * has been filled. `cleaned` is the folder that the input was cleaned into.
 */
export async function leaveOutCopies(warehouse: Warehouse, cleaned: string, folder: string): Promise<void> {
  mkdirSync(folder, {recursive: true});
  const [, ...others] = readModels("staging");
  await openReadEvents(warehouse, cleaned);
  await writeModels(warehouse, others, folder);
}

/** Makes Parquet files readable as one table, with the number of each row's `file` and its `file_row_number` in it. */
export async function openTable(connection: StatementRunner, table: string, files: readonly string[]): Promise<void> {
  await connection.run(
    `create or replace view ${table} as select *, file_index as file from read_parquet([${files.map(sqlLiteral).join(", ")}], file_row_number = true)`
  );
}

/**
 * A query for the rows that were read from an input, numbered as `file_row` within the `file`, from the folder that it was cleaned
 * into. Columns that the input lacks are null here and not in the file, so that what needs them costs nothing.
 */
export async function selectReadEvents(warehouse: Warehouse, folder: string, file = 0): Promise<string> {
  const rows = await warehouse.rows(
    `select column_name from read_parquet(${sqlLiteral(join(folder, "columns.parquet"))}) where is_present`
  );
  const present = rows.map(({column_name}) => String(column_name));
  const columns = eventColumns
    .filter((column) => column !== "event_time")
    .map((column) => (present.includes(column) ? column : `${nullOf(column)} as ${column}`));
  return `select event_at, ${columns.join(", ")}, reject_reason, reject_value, ${present.includes("user_session")} as has_sessions,
      ${file} as file, file_row_number as file_row
    from read_parquet(${sqlLiteral(join(folder, "read_events.parquet"))}, file_row_number = true)`;
}

async function openReadEvents(warehouse: Warehouse, folder: string): Promise<void> {
  await warehouse.run(`create or replace view staging.read_events as ${await selectReadEvents(warehouse, folder)}`);
}

function nullOf(column: string): string {
  return `cast(null as ${column === "price" || column === "quantity" ? "decimal(18, 4)" : "varchar"})`;
}

// the file's own statistics know them already
function countNulls(folder: string): string {
  return `select
      case path_in_schema when 'event_at' then 'event_time' else path_in_schema end as column_name,
      cast(sum(num_values) as bigint) as rows,
      cast(sum(stats_null_count) as bigint) as missing
    from parquet_metadata(${sqlLiteral(join(folder, "read_events.parquet"))})
    where path_in_schema not in ('reject_reason', 'reject_value')
    group by path_in_schema`;
}

function copyOf(folder: string): string {
  return join(folder, "copy");
}

async function readInput(
  warehouse: Warehouse,
  input: EventInput,
  folder: string,
  model: Model
): Promise<{opened: OpenInput; unreadable: UnreadableLine[]}> {
  const read = async (options?: {copyFolder: string}) => {
    const opened = await input.open(warehouse, options);
    await writeColumns(warehouse, opened.columns);
    await writeTable(warehouse, "select * from raw.columns", join(folder, "columns.parquet"));
    await warehouse.run(`create or replace view raw.events as ${opened.query}`);
    const absent = eventColumns.filter((column) => column !== "event_time" && !opened.columns.includes(column));
    const present = `select * ${absent.length ? `exclude (${absent.join(", ")})` : ""} from (${model.sql})`;
    // in the order of the input, so that a row's number is its place in it
    await writeTable(warehouse, present, join(folder, `${model.name}.parquet`));
    await writeTable(warehouse, countNulls(folder), join(folder, "column_nulls.parquet"));
    await openReadEvents(warehouse, folder);
    return {opened, unreadable: await opened.takeUnreadable()};
  };
  try {
    return await read().catch((error: unknown) => {
      if (!(error instanceof NeedsCopy) && !isAboutLineEnds(error)) throw error;
      // line ends of several kinds, which DuckDB refuses to read, or quotes that make it lose lines
      return read({copyFolder: copyOf(folder)});
    });
  } catch (error) {
    throw explain(error, input.name);
  }
}

// nobody reads the order of their rows, which costs time to keep
async function writeModels(warehouse: Warehouse, models: readonly Model[], folder: string): Promise<void> {
  await warehouse.run("set preserve_insertion_order = false");
  try {
    await runModels(warehouse, models, folder);
  } finally {
    await warehouse.run("set preserve_insertion_order = true");
  }
}

async function runModels(warehouse: Warehouse, models: readonly Model[], folder: string): Promise<void> {
  await warehouse.runTogether(
    models.map(({table, name, sql, isView, reads}) => ({
      table,
      reads,
      run: async (connection) => {
        if (isView) return void (await connection.run(`create or replace view ${table} as\n${sql}`));
        const file = join(folder, `${name}.parquet`);
        await writeTable(connection, sql, file);
        await openTable(connection, table, [file]);
      }
    }))
  );
}

// ids repeat too little for a dictionary, and looking for one takes time
async function writeTable(connection: StatementRunner, query: string, file: string): Promise<void> {
  await connection.run(
    `copy (\n${query}\n) to ${sqlLiteral(file)} (format parquet, parquet_version v2, compression lz4_raw, dictionary_size_limit 5000)`
  );
}

async function writeRejectedRows(
  warehouse: Warehouse,
  {file}: OpenInput,
  unreadable: UnreadableLine[],
  folder: string
): Promise<void> {
  const connection = await warehouse.connect();
  try {
    const events = sqlLiteral(join(folder, "read_events.parquet"));
    const result = await connection.runAndReadAll(
      `select max(file_row_number) from read_parquet(${events}, file_row_number = true) where reject_reason is not null`
    );
    const [[last]] = result.getRowsJS() as [[bigint | null]];
    const isNeeded = file !== undefined && (last !== null || unreadable.length > 0);
    const lines = isNeeded
      ? await findRowLines(file, unreadable, Number(last ?? -1))
      : {stretches: [{row: 0, line: 1}], unreadable: []};
    const malformed = unreadable.map(({text}, i) => [lines.unreadable[i] ?? 0, text]);
    await connection.run("create or replace temp table stretches(first_row bigint, first_line bigint)");
    await connection.run("create or replace temp table malformed(line bigint, value varchar)");
    await insertRows(
      connection,
      "stretches",
      lines.stretches.map(({row, line}) => [row, line])
    );
    await insertRows(connection, "malformed", malformed);
    await connection.run(`copy (
      select first_line + file_row_number - first_row as line, reject_reason as reason, reject_value as value
      from read_parquet(${events}, file_row_number = true) as events
      asof inner join stretches on stretches.first_row <= events.file_row_number
      where reject_reason is not null
      union all
      select line, 'malformed_row', value from malformed
    ) to ${sqlLiteral(join(folder, "rejected_rows.parquet"))} (format parquet, compression lz4_raw)`);
  } finally {
    connection.closeSync();
  }
}

// a file that DuckDB cannot read is its author's to mend; its messages go on with advice about its own options
function explain(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error instanceof ReportError) return error;
  const message = error.message.split("\n")[0] ?? "";
  const isOurs = /^(Binder|Catalog|Parser|Internal|Dependency) Error/.test(message) || !/^[\w ]+ Error: /.test(message);
  return isOurs ? error : new ReportError(`${name}: the file cannot be read (${message}); check that it is whole`);
}
