import {closeSync, openSync, readSync} from "node:fs";
import {constants, gunzipSync} from "node:zlib";
import {ReportError} from "../report-error.ts";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";
import {checkCompression} from "./check-compression.ts";
import {endOfRecord} from "./end-of-record.ts";
import {selectLines} from "./text-lines.ts";
import {isAboutLineEnds, mixedLineEnds} from "./unpack-lines.ts";

/** How the text of a file is encoded. */
export type Encoding = "utf-8" | "latin-1";

/** A file that may hold events: what it is, and the columns that it has. */
export interface InputFile {
  path: string;
  format: "csv" | "jsonl" | "parquet";
  compression: "none" | "gzip" | "zstd";
  encoding: Encoding;
  /** of CSV; empty otherwise */
  delimiter: string;
  /** as the file names them, in its order; of JSON lines, every key that some line has, dots leading into objects */
  columns: string[];
  /** of CSV: how many empty lines stand before the header */
  emptyLines: number;
  /** whether some of its lines are known to end with CR alone, or differently from others */
  hasOddLineEnds: boolean;
}

/**
 * Looks at the beginning of a file to tell its format, and reads the names of its columns. Throws a ReportError when it is
 * empty, damaged, or of no format that holds events.
 */
export async function inspectFile(warehouse: Warehouse, path: string, encoding: Encoding): Promise<InputFile> {
  const bytes = readStart(path);
  if (bytes.subarray(0, 4).toString("latin1") === "PAR1") {
    const columns = await parquetColumns(warehouse, path);
    return {...plain, path, format: "parquet", compression: "none", encoding, columns};
  }
  const compression = findCompression(bytes);
  const file = {...plain, path, compression, encoding};
  const start = compression === "none" ? bytes : await decompressStart(warehouse, file, bytes);
  const problem = otherFormat(start);
  if (problem) throw new ReportError(`${path}: this is ${problem}`);
  const text = new TextDecoder(encoding === "latin-1" ? "windows-1252" : encoding).decode(start).replace(/^\uFEFF/, "");
  if (!text.trim()) {
    await checkCompression(file);
    throw new ReportError(`${path}: the file is empty; expected a first line that names the columns`);
  }
  return isJsonLines(text) ? inspectJsonLines(warehouse, file, text) : inspectCsv(file, text);
}

const plain = {delimiter: "", emptyLines: 0, hasOddLineEnds: false};

type TextFile = Omit<InputFile, "format" | "columns">;

function inspectCsv(file: TextFile, text: string): InputFile {
  const blank = /^(?:[^\S\r\n]*(?:\r\n|\r|\n))*/.exec(text)?.[0] ?? "";
  const emptyLines = blank.match(/\r\n|\r|\n/g)?.length ?? 0;
  const below = text.slice(blank.length);
  const line = /^[^\r\n]*/.exec(below)?.[0] ?? "";
  const problem = (what: string) =>
    new ReportError(`${file.path}, line ${emptyLines + 1}: ${what.replace("%", JSON.stringify(line.slice(0, 80)))}`);
  const delimiter = findDelimiter(below);
  const bytes = Buffer.from(below);
  const {end, state} = endOfRecord(bytes, 0, delimiter.charCodeAt(0));
  if (state !== "good") {
    throw problem("the header has a quote that never closes, or text after a quoted name: %. Correct the header");
  }
  const header = bytes.subarray(0, end).toString();
  if (header.includes("\uFFFD")) {
    throw problem(
      'this is not UTF-8: %. Convert the file to UTF-8, or say events: {encoding: "latin-1"} in report.config.ts where it is Latin-1'
    );
  }
  const columns = splitHeader(header, delimiter);
  const hasOddLineEnds = /\r(?!\n)/.test(blank) || /^\r(?!\n)/.test(below.slice(header.length));
  return {...file, format: "csv", delimiter, columns, emptyLines, hasOddLineEnds};
}

async function inspectJsonLines(warehouse: Warehouse, file: TextFile, text: string): Promise<InputFile> {
  const hasOddLineEnds = /\r(?!\n|$)/.test(text);
  const needsCopy = {...file, format: "jsonl" as const, columns: [], hasOddLineEnds};
  // read from a copy, which is inspected again
  if (hasOddLineEnds || file.encoding === "latin-1" || file.compression === "zstd") return needsCopy;
  try {
    return {...file, format: "jsonl", columns: await jsonColumns(warehouse, file)};
  } catch (error) {
    if (isAboutLineEnds(error)) return {...needsCopy, hasOddLineEnds: true};
    throw error;
  }
}

function isJsonLines(text: string): boolean {
  const lines = text
    .split(/[\r\n]+/)
    .filter((line) => line.trim())
    .slice(0, 20);
  const objects = lines.filter((line) => /^\s*\{\s*["}]/.test(line));
  // a malformed line may come first
  return objects[0] === lines[0] || objects.length * 2 > lines.length;
}

async function parquetColumns(warehouse: Warehouse, path: string): Promise<string[]> {
  try {
    const rows = await warehouse.rows(`describe select * from read_parquet(${sqlLiteral(path)})`);
    return rows.map(({column_name}) => String(column_name));
  } catch (error) {
    throw new ReportError(`${path}: the Parquet file is damaged (${firstLine(error)}); fetch it again`);
  }
}

async function jsonColumns(warehouse: Warehouse, file: TextFile): Promise<string[]> {
  const rows = await warehouse.rows(`
    with lines as (select trim(line, ' ' || chr(9)) as line from (${selectLines(file)})),
    objects as (select line from lines where json_valid(line) and starts_with(line, '{'))
    select distinct cast(json_structure(line) as varchar) as structure from objects`);
  const names = rows.flatMap(({structure}) => keysOf(JSON.parse(String(structure)) as JsonStructure));
  if (!rows.length) {
    throw new ReportError(`${file.path}: no line is a JSON object that can be read; write one object per line`);
  }
  return [...new Set(names)].sort();
}

interface JsonStructure {
  [key: string]: string | JsonStructure | unknown[];
}

// keys of objects within the object too, as Segment writes a product's price: properties.price
function keysOf(structure: JsonStructure): string[] {
  return Object.entries(structure).flatMap(([key, value]) => {
    const isObject = typeof value === "object" && !Array.isArray(value);
    return [key, ...(isObject ? keysOf(value).map((inner) => `${key}.${inner}`) : [])];
  });
}

// as DuckDB reads fields, see endOfRecord
function splitHeader(header: string, delimiter: string): string[] {
  const fields = header.matchAll(
    new RegExp(`(?<=^|[${delimiter}])(?: ?"((?:[^"]|"")*)" *|([^${delimiter}]*))(?=[${delimiter}]|$)`, "g")
  );
  return [...fields].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? "").trim());
}

// the one that is most frequent in the header, outside quotes, within which it may have line ends
function findDelimiter(text: string): string {
  const [header = ""] = text.replaceAll(/"[^"]*"/g, "").split(/[\r\n]/, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [",", "\t", ";", "|"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function findCompression(bytes: Buffer): InputFile["compression"] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return "gzip";
  return bytes.length >= 4 && bytes.readUInt32LE(0) === 0xfd2fb528 ? "zstd" : "none";
}

async function decompressStart(warehouse: Warehouse, file: TextFile, bytes: Buffer): Promise<Buffer> {
  try {
    // the end of what was read is not the end of the file
    if (file.compression === "gzip")
      return gunzipSync(bytes, {finishFlush: constants.Z_SYNC_FLUSH}).subarray(0, 1 << 20);
    const rows = await warehouse.rows(`select line from (${selectLines(file)}) limit 20`);
    return Buffer.from(rows.map(({line}) => String(line ?? "")).join("\n"));
  } catch (error) {
    if (isAboutLineEnds(error)) throw mixedLineEnds(file.path);
    await checkCompression(file);
    throw new ReportError(
      `${file.path}: the ${file.compression}-compressed file cannot be unpacked (${firstLine(error)}); fetch it again`
    );
  }
}

// control characters are what is neither printable nor white space
const signatures: [bytes: RegExp, kind: string][] = [
  [/^PK[^ -~\s]/, "a zip archive or a spreadsheet"],
  [/^[^ -~\s]\x8b/, "compressed twice"],
  [/^BZh\d1AY/, "a bzip2-compressed file"],
  [/^\xfd7zXZ/, "an xz-compressed file"],
  [/^7z\xbc\xaf/, "a 7-Zip archive"],
  [/^%PDF/, "a PDF document"],
  [/^(\x89PNG|\xff\xd8\xff|GIF8[79]a)/, "an image"],
  [/^SQLite format 3/, "a SQLite database"],
  [/^Obj[^ -~\s]/, "an Avro file"],
  [/^ORC[^ -~\s]/, "an ORC file"],
  [/^(ARROW1|FEA1)/, "an Arrow file"],
  [/^\xd0\xcf[^ -~]\xe0/, "an old Excel file"],
  [/^(\xef\xbb\xbf)?\s*</, "an HTML or XML file"]
];

// what it is and what to do about it; undefined for what may hold events
function otherFormat(start: Buffer): string | undefined {
  const bytes = start.toString("latin1");
  const kind = signatures.find(([signature]) => signature.test(bytes))?.[1];
  if (kind) return `${kind}; export the events as CSV, JSON lines or Parquet`;
  const [firstLine = ""] = bytes.replace(/^\s+/, "").split("\n", 1);
  if (/^(\xff\xfe|\xfe\xff)/.test(bytes) || /^\0?([ -~]\0){4}/.test(bytes)) return "text in UTF-16; save it as UTF-8";
  if (firstLine.includes("\0")) return "a binary file; export the events as CSV, JSON lines or Parquet";
  if (/^(\xef\xbb\xbf)?\s*\[\s*([[{"\]\d-]|null|true|false)/.test(bytes))
    return "one JSON array; write one object per line";
  if (/^(\xef\xbb\xbf)?\s*\{\s*[\r\n]\s*"/.test(bytes)) return "JSON over several lines; write one object per line";
  return undefined;
}

function readStart(path: string, size = 1 << 20): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(size);
    return buffer.subarray(0, readSync(file, buffer, 0, size, 0));
  } finally {
    closeSync(file);
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
