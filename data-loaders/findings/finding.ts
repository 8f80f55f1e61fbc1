import type {NumberFormat} from "../../src/shared/number-format.ts";
import type {Row} from "../warehouse.ts";

/** What to do about a finding, in steps that somebody can begin with tomorrow. */
export interface Recommendation {
  /** in a few words, as an order: "Remind people of what they left in their cart" */
  title: string;
  /** what to do, one after the other */
  steps: string[];
  /** how long it takes to put in place */
  effort: "hours" | "days" | "weeks";
  /** which number shows whether it worked, and how to read it */
  measure: string;
}

/** Whether the data bears a finding's claim out, or why it cannot say. */
export type Verdict = "holds" | "does_not_hold" | "too_few_to_tell" | "not_in_data";

/** What a finding says when its evidence is in. */
export interface Statement {
  verdict: Verdict;
  /** one plain sentence with numbers from the evidence */
  claim: string;
  /** what it is worth, in a sentence that says under which assumption; empty where it cannot be said */
  worth: string;
  /** what the claim rests on: counts and interval */
  evidence: string;
  /** what to do about it, one sentence */
  action: string;
  /** 95 % interval of the rate that the claim is about; null where there is none */
  interval: [low: number, high: number] | null;
  /** what it is worth in the period, in the currency unit; null where it cannot be said */
  valueAtStake: number | null;
  /** the 95 % interval of that worth, or the range of its assumption where that is a guess; null where there is no worth */
  valueInterval: [low: number, high: number] | null;
  /** whether the worth is revenue that is not there, or cost that could be saved */
  valueKind: "revenue" | "cost";
  /** whether it ended a week before the data or earlier: what it cost is gone, and only the next time can be better */
  isOver: boolean;
  /** what the sessions have in common that it is about, as a dimension of the table sessions and its value; null where it is about all */
  about: {dimension: string; value: string} | null;
  /** first and last day (inclusive) that it is about, as 2021-01-31; null where it is about the whole time */
  days: [first: string, last: string] | null;
  /** null where there is nothing to do */
  recommendation: Recommendation | null;
}

/** The rows behind a claim, as a reader can ask for them. */
export interface EvidenceView {
  /** a query on the published tables */
  query: string;
  /** how to draw its rows: the columns on both axes, and the one that tells several lines, or bars of the same name, apart */
  chart: {mark: "bar" | "line"; x: string; y: string; series?: string};
}

/** A claim that checks itself: a query for its evidence and the sentence that follows from it. */
export interface Finding {
  /** lower-case words with hyphens, as the file's name */
  name: string;
  /** gives at most one row, from the published tables */
  query: string;
  evidence: EvidenceView;
  /** says what the evidence supports; no row means that there is nothing to say it from */
  state: (evidence: Row | undefined, format: NumberFormat) => Statement;
}
