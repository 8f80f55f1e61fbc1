import type {FindingSubject} from "../finding-pages.js";

/** A row of the table `recommendations`, with what it follows from. */
export interface Recommendation extends FindingSubject {
  recommendation: string;
  /** place in the order of what to do, from 1 */
  position: number;
  /** what to do one after the other, a line each */
  steps: string;
  effort: "hours" | "days" | "weeks";
  measure: string;
  /** money in a time as long as the data’s; null where it cannot be told, or nothing can be won */
  expected_revenue: number | null;
  expected_saving: number | null;
  expected_low: number | null;
  expected_high: number | null;
  assumption: string;
  claim: string;
  evidence: string;
  is_over: boolean;
  evidence_query: string;
  chart: "bar" | "line";
  chart_x: string;
  chart_y: string;
  chart_series: string | null;
}

/** What a recommendation is worth: an amount with the ends of its interval, as revenue that it may bring or cost that it may save. */
export interface Worth {
  kind: "revenue" | "saving";
  value: number;
  low: number;
  high: number;
}

type Expected = Pick<Recommendation, "expected_revenue" | "expected_saving" | "expected_low" | "expected_high">;

/** What a recommendation is worth; null where that cannot be told. */
export function worthOf(row: Expected): Worth | null {
  const kind = row.expected_revenue !== null ? "revenue" : "saving";
  const value = row.expected_revenue ?? row.expected_saving;
  if (value === null) return null;
  return {kind, value, low: row.expected_low ?? value, high: row.expected_high ?? value};
}
