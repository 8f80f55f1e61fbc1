import type {Warehouse} from "../warehouse.ts";
import type {InputFile} from "./inspect-file.ts";
import {selectColumns} from "./select-columns.ts";

/** The values that the first rows of a file have in its columns, without empty ones, each cut off after 100 characters. */
export async function sampleColumns(
  warehouse: Warehouse,
  file: InputFile,
  names: readonly string[],
  size = 2000
): Promise<Map<string, string[]>> {
  const samples = new Map<string, string[]>();
  for (const {query, columns} of selectColumns(file, names)) {
    const cells = columns.map(({alias}) => `left(${alias}, 100) as ${alias}`);
    const rows = await warehouse.rows(`select ${cells.join(", ") || "null as nothing"} from (${query}) limit ${size}`);
    for (const {name, alias} of columns) {
      samples.set(
        name,
        rows.map((row) => String(row[alias] ?? "")).filter((value) => value !== "")
      );
    }
  }
  return samples;
}
