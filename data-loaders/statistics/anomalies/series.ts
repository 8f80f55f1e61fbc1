import type {UsualDays} from "./usual-days.ts";

/** A metric's values on days in a row, without gaps. */
export interface Series {
  metric: string;
  /** what the metric is about: the shop, or how it is measured */
  kind: "business" | "tracking";
  /** what the sessions have in common: all (then value is null), source, device or browser */
  dimension: string;
  value: string | null;
  /** as 2020-09-24 */
  dates: readonly string[];
  /** counts, amounts, or the successes of a rate */
  counts: readonly number[];
  /** of how many, for rates */
  trials: readonly number[] | null;
  /** who came on each day */
  people: readonly number[];
}

/** Days in a row: the index of the first, and of the one after the last. */
export interface Span {
  from: number;
  until: number;
}

/** A stretch of days that differs from what is usual of its series. */
export interface OddSpan extends Span {
  /** as a standard normal; above 0 for more than usual */
  score: number;
  /** whether the level is a new one that stays, or something is missing altogether */
  shape?: "shift" | "gap";
  /** what the counts would usually add up to, and what they do */
  expected: number;
  observed: number;
  /** of how many, for rates */
  trials: number | null;
  /** how likely it is by chance, of what is counted and so needs no test */
  chance?: number;
}

/** What is odd of a series, and what is usual of it. */
export interface OddSpans {
  spans: OddSpan[];
  usual: UsualDays;
}
