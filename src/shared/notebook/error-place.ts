/** A place in a query. */
export interface QueryPlace {
  /** from 1 */
  line: number;
  /** from 1 */
  column: number;
  /** characters before it */
  offset: number;
}

/**
 * The place that a message of DuckDB points to with a caret below a line of the query, which it shortens with dots where it is long; none
 * where it points to nothing, or the line is not in the query.
 */
export function errorPlace(message: string, query: string): QueryPlace | undefined {
  const [, number = "", shown = "", indent = ""] = /^LINE (\d+): (.*)\n( *)\^/m.exec(message) ?? [];
  const line = Number(number);
  const text = query.split("\n")[line - 1];
  if (!number || text === undefined) return undefined;
  const start = shown.startsWith("...") ? 3 : 0;
  const quoted = shown.slice(start).replace(/\.\.\.$/, "");
  const quotedAt = text.indexOf(quoted);
  if (quotedAt < 0) return undefined;
  const before = indent.length - `LINE ${number}: `.length - start + quotedAt;
  const lines = query.split("\n").slice(0, line - 1);
  return {line, column: before + 1, offset: lines.reduce((sum, {length}) => sum + length + 1, 0) + before};
}
