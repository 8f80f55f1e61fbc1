import type {Answer} from "./answer-queries.ts";

/** JavaScript source for the rows of an answer as an array of objects. */
export function tableSource({columns, rows}: Answer): string {
  return `((columns, rows) => rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]]))))(${JSON.stringify(
    columns
  )}, [${rows.map((row) => `[${row.join(", ")}]`).join(", ")}])`;
}
