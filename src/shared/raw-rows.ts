/**
 * Rows as text for a file: the names of their columns, then every value in full, days as 2021-01-31, other moments in ISO 8601, and nothing for
 * what is missing. Columns that hold lists or objects are left out; no rows give no columns.
 */
export function rawRows(rows: readonly object[]): string[][] {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => rows.every((row) => isPlain(valueOf(row, name))));
  return rows.length ? [columns, ...rows.map((row) => columns.map((name) => rawText(valueOf(row, name))))] : [];
}

function valueOf(row: object, name: string): unknown {
  return (row as Record<string, unknown>)[name];
}

function isPlain(value: unknown): boolean {
  return value == null || value instanceof Date || !["object", "function", "symbol"].includes(typeof value);
}

function rawText(value: unknown): string {
  if (value == null) return "";
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, "");
  return String(value);
}
