import {rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {ReportError} from "../report-error.ts";
import {temporaryFolder} from "../temporary-folder.ts";
import type {Warehouse} from "../warehouse.ts";
import {checkCompression} from "./check-compression.ts";
import {copyReadableText} from "./copy-readable-text.ts";
import {countValues, type ValueCount} from "./count-values.ts";
import {type ColumnType, inferType} from "./infer-type.ts";
import {type Encoding, type InputFile, inspectFile} from "./inspect-file.ts";
import {findStage, knownColumns, plainName} from "./known-names.ts";
import {type ColumnMeasure, measureColumns} from "./measure-columns.ts";
import {sampleColumns} from "./sample-columns.ts";
import {forgetUnreadable, takeUnreadable} from "./unreadable-lines.ts";

/** What the values of a column are. */
export interface ColumnProfile {
  name: string;
  type: ColumnType;
  /** rows that have a value */
  filled: number;
  /** values that are not of the type, as it is read when the report is built */
  misfits: number;
  /** different values, estimated */
  distinct: number;
  /** least and greatest value: of numbers and times by size, times in UTC, of text by alphabet; undefined where there is none */
  range: [least: string, greatest: string] | undefined;
  /** different values of the first rows, cut off where they are long */
  examples: string[];
  /** all values, the most frequent first; only of columns that may hold event types */
  values: ValueCount[] | undefined;
}

/** What a file holds that nothing is known of yet. */
export interface FileProfile {
  file: InputFile;
  /** its size as it lies on the disk */
  bytes: number;
  /** rows, without lines that cannot be read as rows */
  rows: number;
  unreadable: number;
  columns: ColumnProfile[];
  /** columns that were not looked at, where a file has very many */
  others: number;
}

const maximumColumns = 84;

/**
 * Looks at all rows of a file, whatever its columns mean; memory does not grow with the file. Text that is not UTF-8 is read as
 * Latin-1. Throws a ReportError when the file cannot be read as CSV, JSON lines or Parquet.
 */
export async function profileFile(warehouse: Warehouse, path: string): Promise<FileProfile> {
  const profile = async (encoding: Encoding) => {
    const file = await inspectFile(warehouse, path, encoding);
    await checkCompression(file);
    return profileReadable(warehouse, file).catch((error: unknown) => {
      if (!/state machine reached an invalid state/.test(String(error)) || file.compression === "zstd") throw error;
      return profileCopy(warehouse, file);
    });
  };
  try {
    return await profile("utf-8").catch((error: unknown) => {
      if (!/: this is not UTF-8:|invalid unicode/i.test(String(error))) throw error;
      return profile("latin-1");
    });
  } catch (error) {
    throw explain(error, path);
  } finally {
    await forgetUnreadable(warehouse);
  }
}

// what DuckDB would not read as it is
async function profileCopy(warehouse: Warehouse, file: InputFile): Promise<FileProfile> {
  const folder = temporaryFolder();
  try {
    const copy: InputFile = {...file, path: join(folder, "copy"), compression: "none", encoding: "utf-8"};
    const unreadable = await copyReadableText(file, copy.path);
    const profile = await profileReadable(warehouse, copy, {name: file.path, isCopy: true});
    return {...profile, file, bytes: statSync(file.path).size, unreadable: profile.unreadable + unreadable.length};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function profileReadable(
  warehouse: Warehouse,
  file: InputFile,
  {name: path = file.path, isCopy = false} = {}
): Promise<FileProfile> {
  await forgetUnreadable(warehouse);
  const names = chooseColumns(file.columns);
  const samples = await sampleColumns(warehouse, file, names);
  // throws early where the encoding is another
  await takeUnreadable(warehouse, file, {name: path, isCopy});
  const types = new Map(names.map((name) => [name, inferType(samples.get(name) ?? [], name)]));
  const {rows, unreadable, measures} = await measureColumns(warehouse, file, types);
  const lines = await takeUnreadable(warehouse, file, {name: path, isCopy});
  const counted = names.filter((name) => mayHoldEventTypes(name, samples.get(name) ?? [], measures.get(name)));
  const values = await countValues(warehouse, file, counted.slice(0, 5));
  const columns = names.map((name): ColumnProfile => {
    const {longest: _, ...measure} = measures.get(name) as ColumnMeasure;
    // a column that only later rows fill
    const seen = samples.get(name)?.length ? (samples.get(name) ?? []) : (measure.range ?? []);
    return {name, ...measure, examples: [...new Set(seen)].slice(0, 3), values: values.get(name)};
  });
  const others = new Set(file.columns).size - names.length;
  return {file, bytes: statSync(file.path).size, rows, unreadable: unreadable + lines.length, columns, others};
}

// those whose names are known, and the first of the others
function chooseColumns(columns: readonly string[]): string[] {
  const names = [...new Set(columns)];
  const known = new Set(Object.values(knownColumns).flat());
  const isKnown = (name: string) => known.has(plainName(name)) || known.has(plainName(name.split(".").at(-1) ?? ""));
  const limited = new Set([...new Set([...names.filter(isKnown), ...names])].slice(0, maximumColumns));
  return names.filter((name) => limited.has(name));
}

function mayHoldEventTypes(
  name: string,
  sample: readonly string[],
  measure: {type: ColumnType; distinct: number; longest: number} | undefined
): boolean {
  if (measure?.type !== "text" || measure.distinct > 300 || measure.longest > 100) return false;
  const names = [plainName(name), plainName(name.split(".").at(-1) ?? "")];
  return names.some((known) => knownColumns.event_type.includes(known)) || sample.some((value) => findStage(value));
}

function explain(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof ReportError) return error;
  const {code} = error as NodeJS.ErrnoException;
  if (code) return new ReportError(`${path}: the file cannot be read (${code})`);
  const message = error.message.split("\n")[0] ?? "";
  return /CSV|Invalid Input|IO Error|Parquet|JSON|Binder/i.test(message)
    ? new ReportError(`${path}: ${message}`)
    : error;
}
