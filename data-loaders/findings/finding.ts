import type {NumberFormat} from "../../src/shared/number-format.ts";
import type {Row} from "../warehouse.ts";

/** What a finding says when its evidence is in. */
export interface Statement {
  /** whether the data bears the claim out; if not, the claim says so in words */
  holds: boolean;
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
}

/** A claim that checks itself: a query for its evidence and the sentence that follows from it. */
export interface Finding {
  /** lower-case words with hyphens, as the file's name */
  name: string;
  /** gives at most one row */
  query: string;
  /** says what the evidence supports; no row means that there is nothing to say it from */
  state: (evidence: Row | undefined, format: NumberFormat) => Statement;
}
