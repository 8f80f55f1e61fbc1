import {closestName} from "../closest-name.ts";
import {ReportError} from "../report-error.ts";
import {eventColumns, type EventColumn, requiredColumns} from "../../src/shared/event-columns.ts";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";
import type {InputFile} from "./inspect-file.ts";
import {selectLines} from "./text-lines.ts";

/** How a file's columns become ours: the file's name for each column that the report understands and the file has. */
export type ColumnNames = Partial<Record<EventColumn, string>>;

/**
 * The file's names for our columns: the mapped ones, and ours where nothing is mapped. Throws a ReportError when a column is
 * missing that every event needs; `given` are columns that do not come from the file.
 */
export function findColumns(
  {path, format, columns, emptyLines}: InputFile,
  mapped: ColumnNames,
  given: readonly EventColumn[] = []
): ColumnNames {
  for (const column of requiredColumns) {
    const name = mapped[column] ?? column;
    if (given.includes(column) || columns.includes(name)) continue;
    const guess = closestName(name, columns);
    throw new ReportError(
      `${path}${format === "csv" ? `, line ${emptyLines + 1}` : ""}: there is no column ${JSON.stringify(name)} for ${column}` +
        `${guess ? `; did you mean ${JSON.stringify(guess)}?` : ""}; the file has ${shorten(columns.join(", "))}. ` +
        `Name the file's column in report.config.ts, events.columns.${column}`
    );
  }
  const found = eventColumns
    .map((column): [EventColumn, string] => [column, mapped[column] ?? column])
    .filter(([, name]) => columns.includes(name));
  return Object.fromEntries(found);
}

/**
 * A query for a file's rows in their order: our columns as text, null where the file has none, and `unreadable_text`, which
 * is null unless the row cannot be read. Lines of CSV that are no rows are left out: DuckDB notes them among its rejects.
 */
export function selectRows(file: InputFile, names: ColumnNames): string {
  const value = valueOf(file);
  const selected = eventColumns.map((column) => {
    const name = names[column];
    return `${name === undefined ? "cast(null as varchar)" : value(name)} as ${column}`;
  });
  return `select ${selected.join(", ")}, ${unreadableText(file)} as unreadable_text from ${source(file)}`;
}

function valueOf({format, columns}: InputFile): (name: string) => string {
  // positions instead of names: a header may name a column twice
  if (format === "csv") return (name) => `c${columns.indexOf(name)}`;
  if (format === "parquet") return (name) => `cast("${name.replaceAll('"', '""')}" as varchar)`;
  return (name) => `case when is_object then coalesce(${jsonPointers(name).map(extract).join(", ")}) end`;
}

function extract(pointer: string): string {
  return `json_extract_string(line, ${sqlLiteral(pointer)})`;
}

// as JSON pointers (RFC 6901), which any key can stand in; a key may hold dots itself
function jsonPointers(name: string): string[] {
  const [first = "", ...others] = name.split(".");
  const paths = others.reduce(
    (heads, key) =>
      heads.flatMap((head) => [
        [...head.slice(0, -1), `${head.at(-1)}.${key}`],
        [...head, key]
      ]),
    [[first]]
  );
  return paths.map((keys) => keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""));
}

function unreadableText({format}: InputFile): string {
  return format === "jsonl" ? "case when not is_object then line end" : "cast(null as varchar)";
}

function source(file: InputFile): string {
  const {path, format, compression, encoding, delimiter, columns, emptyLines} = file;
  if (format === "parquet") return `read_parquet(${sqlLiteral(path)}, binary_as_string = true)`;
  if (format === "jsonl") {
    return `(select line, json_valid(line) and coalesce(json_type(case when json_valid(line) then line end), '') = 'OBJECT' as is_object
      from (${selectLines(file)}) where trim(line, ' ' || chr(9)) <> '')`;
  }
  const types = columns.map((_, i) => `'c${i}': 'varchar'`).join(", ");
  return `read_csv(${sqlLiteral(path)}, columns = {${types}}, skip = ${emptyLines}, header = true, delim = ${sqlLiteral(delimiter)}, quote = '"',
    escape = '"', auto_detect = false, strict_mode = true, store_rejects = true, compression = ${sqlLiteral(compression)},
    encoding = ${sqlLiteral(encoding)})`;
}

/** Throws a ReportError when a column that the configuration names is in none of the files. */
export function checkMappedColumns(files: readonly InputFile[], mapped: ColumnNames): void {
  for (const [column, name] of Object.entries(mapped)) {
    if (files.some(({columns}) => columns.includes(name))) continue;
    const [first] = files;
    if (!first) return;
    const guess = closestName(name, first.columns);
    throw new ReportError(
      `${first.path}${files.length > 1 ? ` and ${files.length - 1} more` : ""}: there is no column ${JSON.stringify(name)} for ${column}` +
        `${guess ? `; did you mean ${JSON.stringify(guess)}?` : ""}; the file has ${shorten(first.columns.join(", "))}. ` +
        `Correct report.config.ts, events.columns.${column}`
    );
  }
}

function shorten(text: string, length = 200): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** Fills `raw.columns`: which of our columns a file has. */
export async function writeColumns(warehouse: Warehouse, present: readonly EventColumn[]): Promise<void> {
  await warehouse.run("drop table if exists raw.columns");
  await warehouse.insert(
    "raw.columns(column_name varchar, is_present boolean)",
    eventColumns.map((column) => [column, present.includes(column)])
  );
}
