import {advanceRecord, type ClaimRecord} from "./advance-record.ts";
import type {ClaimState, Evaluation} from "./read-evaluation.ts";

/** How a claim stands against its past. */
export interface ClaimStatus {
  state: ClaimState;
  /** whether it has held before, on this data or earlier data */
  hasHeld: boolean;
  /** the day up to which the data went when its present state began; null where it is first checked now, or on older data */
  since: string | null;
  /** what it was when it began to hold or, where it does not, when it last held or was first seen; null where that is now */
  then: Evaluation | null;
  now: Evaluation;
  /** whether its query is another than the one that is remembered, so that its history begins anew */
  hasNewQuery: boolean;
  /** the day up to which the data went at the latest evaluation, where that is later than now; else null */
  laterDay: string | null;
}

/** How a claim stands, from what is remembered of it and its evaluation now. */
export function claimStatus(remembered: ClaimRecord | undefined, query: string, now: Evaluation): ClaimStatus {
  const record = advanceRecord(remembered, query, now);
  const {state} = now;
  const hasNewQuery = remembered !== undefined && remembered.query !== query;
  const hasHeld = record.held !== null && record.held.day <= now.day;
  if (record.latest.day > now.day) {
    return {state, hasHeld, since: null, then: null, now, hasNewQuery, laterDay: record.latest.day};
  }
  const then = state === "holds" ? record.since : (record.held ?? record.first);
  const isNow = JSON.stringify(then) === JSON.stringify(now);
  const since = record.first.day < now.day ? record.since.day : null;
  return {state, hasHeld, since, then: isNow ? null : then, now, hasNewQuery, laterDay: null};
}
