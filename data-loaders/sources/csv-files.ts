import {closeSync, openSync, readSync, statSync} from "node:fs";
import {relative, resolve} from "node:path";
import {dsvFormat} from "d3-dsv";
import {glob} from "tinyglobby";
import {closestName} from "../closest-name.ts";
import {type EventFiles, fileColumn} from "../configuration.ts";
import {ReportError} from "../report-error.ts";
import {eventColumns, type EventColumn, requiredColumns} from "../../src/shared/event-columns.ts";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";

/** A CSV file of events: where it is, and what its first line says. */
export interface CsvFile {
  path: string;
  delimiter: string;
  header: string[];
}

/**
 * The paths of the files that globs (or plain paths) name, sorted, relative to `folder`. Throws a ReportError when a
 * glob names none.
 */
export async function findFiles(globs: readonly string[], folder = process.cwd()): Promise<string[]> {
  const found = await Promise.all(
    globs.map(async (pattern) => {
      if (isFile(resolve(folder, pattern))) return [resolve(folder, pattern)];
      const paths = await glob(pattern.replaceAll("\\", "/"), {cwd: folder, absolute: true, expandDirectories: false});
      if (!paths.length) {
        throw new ReportError(`events: no file matches ${JSON.stringify(pattern)} (looked in ${folder})`);
      }
      return paths;
    })
  );
  return [...new Set(found.flat())].sort().map((path) => relative(folder, path));
}

/**
 * Reads the header of a CSV file. Throws a ReportError when the file is empty, is not text, or lacks a column that the
 * report needs or that the configuration names.
 */
export function inspectCsvFile(path: string, events: EventFiles): CsvFile {
  const start = readStart(path);
  if (!start.length) throw new ReportError(`${path}: the file is empty; expected a first line that names the columns`);
  const kind = otherKind(start);
  if (kind) throw new ReportError(`${path}: this is ${kind}, not a CSV file; export the events as CSV text`);
  const line = firstLine(start.toString("utf8").replace(/^\uFEFF/, ""));
  const delimiter = findDelimiter(line);
  const header = (dsvFormat(delimiter).parseRows(line)[0] ?? []).map((name) => name.trim());
  checkColumns(path, header, events);
  return {path, delimiter, header};
}

/**
 * Opens CSV files as `raw.events`, every value as text under our column names. Returns the columns that at least one
 * file has. Lines that are no rows are known once the events have been read: see listUnreadableLines.
 */
export async function readCsvFiles(
  warehouse: Warehouse,
  paths: readonly string[],
  events: EventFiles
): Promise<EventColumn[]> {
  const files = paths.map((path) => inspectCsvFile(path, events));
  const groups = new Map<string, CsvFile[]>();
  for (const file of files) {
    const key = JSON.stringify([file.delimiter, file.header]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  const selects = [...groups.values()].map((group) => selectGroup(group, events));
  // a view, so that the text is read once, straight into the first table that is made of it
  await warehouse.run(`create view raw.events as ${selects.join(" union all ")}`);
  const present = new Set(files.flatMap(({header}) => header));
  return eventColumns.filter((column) => present.has(fileColumn(events, column)));
}

/**
 * Fills `raw.unreadable_lines` with the lines of CSV files that turned out to be no rows when they were read. A quote that
 * never closes takes the lines after it along: each of them is listed too.
 */
export async function listUnreadableLines(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`create table raw.unreadable_lines as
    with unreadable as (
      select
        parse_filename(scans.file_path) as file,
        cast(errors.line as bigint) as line,
        min(errors.error_message) as problem,
        max(case when errors.error_type = 'UNQUOTED VALUE' then errors.csv_line end) as unclosed
      from reject_errors as errors
      inner join reject_scans as scans on scans.scan_id = errors.scan_id and scans.file_id = errors.file_id
      group by scans.file_path, errors.line
    )
    select file, unnest(generate_series(line, line + ${countLineEnds("coalesce(unclosed, '')")})) as line, problem
    from unreadable`);
}

function countLineEnds(text: string): string {
  const trimmed = `trim(${text}, chr(10) || chr(13))`;
  return `length(${trimmed}) - length(replace(${trimmed}, chr(10), ''))`;
}

function selectGroup(group: CsvFile[], events: EventFiles): string {
  const {delimiter, header} = group[0] as CsvFile;
  // positions instead of names: a header may name a column twice
  const columns = header.map((_, i) => `'c${i}': 'varchar'`).join(", ");
  const selected = eventColumns.map((column) => {
    const i = header.indexOf(fileColumn(events, column));
    return `${i < 0 ? "cast(null as varchar)" : `c${i}`} as ${column}`;
  });
  return `select ${selected.join(", ")} from read_csv(
    [${group.map(({path}) => sqlLiteral(path)).join(", ")}],
    columns = {${columns}}, header = true, delim = ${sqlLiteral(delimiter)}, quote = '"', escape = '"',
    auto_detect = false, strict_mode = true, store_rejects = true)`;
}

function checkColumns(path: string, header: string[], events: EventFiles): void {
  const mapped = eventColumns.filter((column) => events.columns[column] !== undefined);
  for (const column of new Set([...requiredColumns, ...mapped])) {
    const name = fileColumn(events, column);
    if (header.includes(name)) continue;
    const guess = closestName(name, header);
    throw new ReportError(
      `${path}, line 1: there is no column ${JSON.stringify(name)} for ${column}` +
        `${guess ? `; did you mean ${JSON.stringify(guess)}?` : ""}; the file has ${shorten(header.join(", "))}. ` +
        `Name the file's column in report.config.ts, events.columns.${column}`
    );
  }
}

function findDelimiter(line: string): string {
  const count = (delimiter: string) => line.split(delimiter).length;
  return [",", "\t", ";", "|"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

const signatures: [bytes: string, kind: string][] = [
  ["PAR1", "a Parquet file"],
  ["PK\u0003\u0004", "a zip archive or a spreadsheet"],
  ["\u001f\u008b", "a gzip-compressed file"],
  ["\u0028\u00b5\u002f\u00fd", "a zstd-compressed file"],
  ["%PDF", "a PDF document"],
  ["\u0089PNG", "an image"],
  ["SQLite format 3", "a SQLite database"]
];

function otherKind(start: Buffer): string | undefined {
  const bytes = start.toString("latin1");
  const kind = signatures.find(([signature]) => bytes.startsWith(signature))?.[1];
  if (kind) return kind;
  if (start.includes(0)) return "a binary file or text that is not UTF-8";
  if (/^\s*[{[]/.test(bytes)) return "a JSON file";
  if (/^\s*</.test(bytes)) return "an HTML or XML file";
  return undefined;
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? "";
}

function readStart(path: string, size = 65536): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(size);
    return buffer.subarray(0, readSync(file, buffer, 0, size, 0));
  } finally {
    closeSync(file);
  }
}

function isFile(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isFile() ?? false;
}

function shorten(text: string, length = 200): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
