import type {Warehouse} from "../warehouse.ts";
import type {InputFile} from "./inspect-file.ts";
import {selectColumns} from "./select-columns.ts";

/** A value of a column and how many rows have it. */
export interface ValueCount {
  value: string;
  rows: number;
}

/** All values of some columns of a file, the most frequent first; empty ones are left out. For columns with few values. */
export async function countValues(
  warehouse: Warehouse,
  file: InputFile,
  names: readonly string[]
): Promise<Map<string, ValueCount[]>> {
  const counts = new Map<string, ValueCount[]>(names.map((name) => [name, []]));
  for (const {query, columns} of names.length ? selectColumns(file, names) : []) {
    const aliases = columns.map(({alias}) => alias);
    const rows = await warehouse.rows(`
      select grouping_id(${aliases.join(", ")}) as grouping, ${aliases.join(", ")}, count(*) as rows
      from (${query})
      group by grouping sets (${aliases.map((alias) => `(${alias})`).join(", ")})
      order by rows desc, ${aliases.join(", ")}`);
    for (const [i, {name, alias}] of columns.entries()) {
      // one bit per column, the first highest: set where the column is not grouped by
      const grouping = 2 ** columns.length - 1 - 2 ** (columns.length - 1 - i);
      const own = rows.filter((row) => Number(row.grouping) === grouping && (row[alias] ?? "") !== "");
      counts.set(name, own.map((row) => ({value: String(row[alias]), rows: Number(row.rows)}))); // prettier-ignore
    }
  }
  return counts;
}
