import type {QueryResult, ResultColumn} from "./query-result.js";

/** The rows of a result as JSON, an object each; numbers of more digits than JavaScript's can hold exactly are text. */
export function resultJson(result: QueryResult): string {
  const rows = Array.from({length: result.rowCount}, (_, row) => {
    const pairs = result.columns.map(
      (column, i) => `${JSON.stringify(column.name)}: ${jsonValue(result.text(row, i), column)}`
    );
    return `{${pairs.join(", ")}}`;
  });
  return rows.length ? `[\n${rows.join(",\n")}\n]\n` : "[]\n";
}

function jsonValue(text: string | null, {kind, isFraction}: ResultColumn): string {
  if (text === null) return "null";
  const number = Number(text);
  const isExact = kind === "number" && Number.isFinite(number) && (isFraction || text.replace(/\D/g, "").length <= 15);
  return isExact ? String(number) : JSON.stringify(text);
}
