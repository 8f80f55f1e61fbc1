/** What the values of a column look like. */
export type ColumnType =
  | "empty"
  | "true/false"
  | "integer id"
  | "integer"
  | "decimal"
  | "time"
  | "date"
  | "time, not ISO"
  | `${EpochUnit} since 1970`
  | "object"
  | "list"
  | "text";

type EpochUnit = "seconds" | "milliseconds" | "microseconds";

const patterns: [type: ColumnType, pattern: RegExp][] = [
  ["true/false", /^(true|false)$/i],
  ["integer", /^[+-]?\d+$/],
  ["decimal", /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/],
  ["date", /^\d{4}-\d{2}-\d{2}$/],
  ["time", /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/],
  ["time, not ISO", /^\d{1,4}[/.]\d{1,2}[/.]\d{1,4}([T, ].*)?$/],
  ["object", /^\{.*/s],
  ["list", /^\[.*/s]
];

// what nine of ten values are, a column is
const enough = 0.9;

/**
 * What the values of a column look like, from some of them and its name; empty ones do not count. Numbers are taken for times
 * only where the name speaks of time and they lie between the years 2000 and 2040.
 */
export function inferType(values: readonly string[], name: string): ColumnType {
  const filled = values.map((value) => value.trim()).filter((value) => value !== "");
  if (!filled.length) return "empty";
  const type = patterns.find(([, pattern]) => isMostly(filled, (value) => pattern.test(value)))?.[0] ?? "text";
  if (type !== "integer" && type !== "decimal") return type;
  const unit = namesTime(name) ? epochUnit(filled) : undefined;
  if (unit) return `${unit} since 1970`;
  return type === "integer" && namesId(name, filled) ? "integer id" : type;
}

/** How many of a unit's times make a second; undefined for types that do not count from 1970. */
export function perSecond(type: ColumnType): number | undefined {
  if (!type.endsWith("since 1970")) return undefined;
  return type.startsWith("seconds") ? 1 : type.startsWith("milliseconds") ? 1e3 : 1e6;
}

function isMostly(values: readonly string[], test: (value: string) => boolean): boolean {
  return values.filter(test).length >= enough * values.length;
}

function epochUnit(values: readonly string[]): EpochUnit | undefined {
  const [from, until] = [Date.UTC(2000, 0) / 1000, Date.UTC(2040, 0) / 1000];
  const units: [EpochUnit, number][] = [["seconds", 1], ["milliseconds", 1e3], ["microseconds", 1e6]]; // prettier-ignore
  return units.find(([, factor]) =>
    isMostly(values, (value) => Number(value) >= from * factor && Number(value) < until * factor)
  )?.[0];
}

function namesTime(name: string): boolean {
  return /time|date|epoch|tstamp|(^|[^a-z])ts$|[^a-z]at$|[a-z]At$|^created/i.test(name);
}

function namesId(name: string, values: readonly string[]): boolean {
  return (
    /(^|[^a-z])id$|[a-z]I[dD]$|^(user|product|item|customer)$/i.test(name) || values.every(({length}) => length > 15)
  );
}
