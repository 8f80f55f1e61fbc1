/** The SQL that rows are the answer to, where they are those of a page's `sql` fence as they are. */
export function queryOf(rows: unknown): string | undefined {
  const query = (rows as {query?: unknown} | null)?.query;
  return typeof query === "string" ? query : undefined;
}
