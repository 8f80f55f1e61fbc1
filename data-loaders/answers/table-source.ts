import type {Answer} from "./answer-queries.ts";

/**
 * JavaScript source for the rows of an answer as an array of objects. It holds the values column by column, which a host's
 * compression makes smaller than row by row.
 */
export function tableSource({columns, rows}: Answer): string {
  const values = columns.map((_, i) => `[${rows.map((row) => row[i]).join(",")}]`);
  return `((names, columns) => (columns[0] ?? []).map((_, row) => Object.fromEntries(names.map((name, i) => [name, columns[i][row]]))))(${JSON.stringify(
    columns
  )}, [${values.join(",\n")}])`;
}
