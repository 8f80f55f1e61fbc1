/** What kind of values a column has; text stands for all that is no number, day or moment. */
export type ColumnKind = "number" | "date" | "text";

/** A column of a result. */
export interface ResultColumn {
  /** unlike the names of the other columns */
  name: string;
  kind: ColumnKind;
  /** whether numbers may have digits after the point */
  isFraction?: boolean;
}

/** The rows of a query's result. */
export interface QueryResult {
  columns: ResultColumn[];
  rowCount: number;
  /** what a cell holds, exactly: whole numbers with all their digits, days and moments as ISO, nested values as JSON; null for null */
  text: (row: number, column: number) => string | null;
  /** the same for a chart: numbers, dates in UTC, or text */
  value: (row: number, column: number) => number | Date | string | null;
}

/** Rows as a result, such as the answer of the build to a page's query. No rows give no columns. */
export function plainResult(rows: readonly Record<string, unknown>[]): QueryResult {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name): ResultColumn => {
    const values = rows.map((row) => row[name]).filter((value) => value != null);
    const kind = values.every((value) => typeof value === "number" || typeof value === "bigint")
      ? "number"
      : values.every((value) => value instanceof Date)
        ? "date"
        : "text";
    return {name, kind, isFraction: kind === "number" && values.some((value) => !Number.isInteger(Number(value)))};
  });
  const cell = (row: number, column: number): unknown => rows[row]?.[names[column] ?? ""];
  return {
    columns,
    rowCount: rows.length,
    text: (row, column) => {
      const value = cell(row, column);
      return value == null ? null : value instanceof Date ? momentText(value.getTime()) : String(value);
    },
    value: (row, column) => {
      const value = cell(row, column);
      if (value == null || value instanceof Date) return value ?? null;
      return columns[column]?.kind === "number" ? Number(value) : String(value);
    }
  };
}

/** Names made different from each other by a number after those that came before, as `a`, `a_2`. */
export function distinctNames(names: readonly string[]): string[] {
  const given = new Set<string>();
  return names.map((name) => {
    let distinct = name;
    for (let number = 2; given.has(distinct); ++number) distinct = `${name}_${number}`;
    given.add(distinct);
    return distinct;
  });
}

/**
 * A moment in milliseconds since 1970 as ISO, in UTC, with as many digits of a second as it has, to the microsecond; at midnight the day
 * alone unless it `hasTime`.
 */
export function momentText(milliseconds: number, {hasTime = false} = {}): string {
  const whole = Math.floor(milliseconds);
  const date = new Date(whole);
  // what DuckDB calls so is beyond the dates of JavaScript
  if (Number.isNaN(date.getTime())) return milliseconds < 0 ? "-infinity" : "infinity";
  const [day = "", time = ""] = date.toISOString().split("T");
  const seconds = time.slice(0, 8);
  const microseconds = String(Math.min(Math.round((milliseconds - whole) * 1000), 999)).padStart(3, "0");
  const fraction = `${time.slice(9, 12)}${microseconds}`.replace(/0+$/, "");
  if (!hasTime && seconds === "00:00:00" && !fraction) return day;
  return `${day} ${seconds}${fraction && `.${fraction}`}`;
}
