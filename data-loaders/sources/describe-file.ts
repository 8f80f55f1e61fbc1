import type {ColumnProfile, FileProfile} from "./profile-file.ts";
import {printable} from "./printable.ts";

/** What a file holds, for people to read on a terminal; `typeColumn` is the column whose values are listed with their rows. */
export function describeFile(profile: FileProfile, typeColumn?: string, timeColumn?: string): string {
  const {file, bytes, rows, columns} = profile;
  const named = (name: string | undefined) => columns.find((column) => column.name === name);
  const lines = [
    printable(file.path),
    `  ${[...describeFormat(profile), describeBytes(bytes), `${count(rows)} ${rows === 1 ? "row" : "rows"}`].join(", ")}`,
    "",
    ...describeColumns(columns, rows).map((line) => `  ${line}`.trimEnd())
  ];
  const values = named(typeColumn)?.values ?? [];
  if (values.length) lines.push("", `  ${printable(typeColumn ?? "")}:`, ...describeValues(values, rows));
  const range = named(timeColumn)?.range;
  if (range) lines.push("", `  from ${printable(range[0])} to ${printable(range[1])}`);
  return lines.join("\n");
}

/** A table of values and their rows, the first ones. */
export function describeValues(values: readonly {value: string; rows: number}[], total: number): string[] {
  const shown = values.slice(0, 30);
  const table = alignColumns(
    shown.map(({value, rows}) => [printable(value, 60), count(rows), percent(rows / total)]),
    [1, 2]
  );
  const rest = values.length - shown.length;
  return [...table, ...(rest ? [`and ${count(rest)} more`] : [])].map((line) => `    ${line}`);
}

function describeFormat({file}: FileProfile): string[] {
  const {format, compression, delimiter, encoding} = file;
  const delimiters: Record<string, string> = {",": "commas", "\t": "tabs", ";": "semicolons", "|": "bars"};
  return [
    {csv: "CSV", jsonl: "JSON lines", parquet: "Parquet"}[format],
    ...(format === "csv" ? [`separated by ${delimiters[delimiter]}`] : []),
    ...(encoding === "utf-8" ? [] : ["Latin-1"]),
    ...(compression === "none" ? [] : [`compressed with ${compression}`])
  ];
}

function describeColumns(columns: readonly ColumnProfile[], rows: number): string[] {
  return alignColumns(
    [
      ["column", "type", "empty", "distinct", "range", "examples"],
      ...columns.map(({name, type, filled, misfits, distinct, range, examples}) => [
        printable(name, 40) || "(no name)",
        misfits ? `${type}, but ${count(misfits)}` : type,
        rows ? percent(1 - filled / rows) : "",
        filled ? `~${count(distinct)}` : "",
        range && type !== "object" && type !== "list" ? describeRange(range) : "",
        examples.map((example) => printable(example, 24)).join(", ")
      ])
    ],
    [2, 3]
  );
}

function describeRange([least, greatest]: [string, string]): string {
  return least === greatest ? printable(least, 20) : `${printable(least, 20)} … ${printable(greatest, 20)}`;
}

function alignColumns(rows: readonly string[][], right: readonly number[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => [...(row[i] ?? "")].length)));
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const space = " ".repeat((widths[i] ?? 0) - [...cell].length);
        return right.includes(i) ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd()
  );
}

function describeBytes(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toFixed(power ? 1 : 0)} ${units[power]}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}
