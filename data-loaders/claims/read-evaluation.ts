import type {Answer} from "../answers/answer-queries.ts";

/** Whether the data bears a claim out; `unknown` where it cannot tell. */
export type ClaimState = "holds" | "fails" | "unknown";

/** What a claim's query gives besides `holds`; days and moments as text in UTC. */
export type ClaimValue = number | string | boolean | null;

/** What a claim was on the data of one moment. */
export interface Evaluation {
  /** the last event's day, as 2021-02-14 */
  day: string;
  /** a hash of how the events were configured */
  events: string;
  state: ClaimState;
  values: Record<string, ClaimValue>;
}

/**
 * What a claim's answer says on the data of a moment: one row with a column `holds`, which is true, false or
 * null (it cannot be told), and any others. Anything else gives the error that tells what to correct.
 */
export function readEvaluation(
  answer: Answer,
  {day, events}: Pick<Evaluation, "day" | "events">
): Evaluation | {error: string} {
  const {columns, rows, error} = answer;
  if (error !== undefined) return {error: withoutExcerpt(error)};
  const [row] = rows;
  if (!row) return {error: "the query gives no row; a claim needs one, with a column holds"};
  if (rows.length > 1) return {error: `the query gives ${rows.length} rows; a claim needs one, with a column holds`};
  const cells = columns.map((name, i) => [name, readValue(row[i] ?? "null")] as const);
  const verdict = cells.find(isVerdict);
  if (!verdict) return {error: `the query has no column holds; it has ${columns.join(", ")}`};
  const [, holds] = verdict;
  if (typeof holds !== "boolean" && holds !== null) {
    return {error: `holds is ${JSON.stringify(holds)}; a claim is true, false, or null where it cannot be told`};
  }
  return {
    day,
    events,
    state: holds === null ? "unknown" : holds ? "holds" : "fails",
    values: Object.fromEntries(cells.filter((cell) => !isVerdict(cell)))
  };
}

// SQL names are the same in any case
function isVerdict([name]: readonly [name: string, value: ClaimValue]): boolean {
  return name.toLowerCase() === "holds";
}

// DuckDB ends with the line of the query that it points at, after what it suggests
function withoutExcerpt(error: string): string {
  const [message = ""] = error.split(/^LINE \d+:/m);
  return message
    .split(/\s*\n\s*/)
    .join(" ")
    .trim();
}

// from JavaScript source, as answers hold it
function readValue(source: string): ClaimValue {
  const moment = /^new Date\((-?\d+)\)$/.exec(source)?.[1];
  if (moment !== undefined) {
    return new Date(Number(moment))
      .toISOString()
      .replace("T", " ")
      .replace(/( 00:00:00)?\.000Z$/, "")
      .replace(/Z$/, "");
  }
  const value: unknown = JSON.parse(source);
  // the last digits of a sum depend on how many threads made it
  if (typeof value === "number") return Number(value.toPrecision(12));
  return typeof value === "object" && value !== null ? JSON.stringify(value) : (value as ClaimValue);
}
