import {advanceRecord, type ClaimRecord} from "./advance-record.ts";
import type {ClaimState, Evaluation} from "./read-evaluation.ts";

/** How a claim stands against its past. */
export interface ClaimStatus {
  state: ClaimState;
  /** whether it has held before, on this data or earlier data */
  hasHeld: boolean;
  /** the day up to which the data went when its present state began; null where it is first checked now, or on older data */
  since: string | null;
  /**
   * what it was when it began to hold or, where it begins now, before that; where it does not hold, when it last held or was
   * first seen; null where nothing is remembered but what is now
   */
  then: Evaluation | null;
  now: Evaluation;
  /** whether the events were configured differently then or, where the data is older, at the latest evaluation */
  hasOtherEvents: boolean;
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
    const hasOtherEvents = record.latest.events !== now.events;
    return {state, hasHeld, since: null, then: null, now, hasOtherEvents, hasNewQuery, laterDay: record.latest.day};
  }
  const began = isSame(record.since, now) ? record.before : record.since;
  const compared = state === "holds" ? began : (record.held ?? record.first);
  const then = compared && !isSame(compared, now) ? compared : null;
  const since = record.first.day < now.day ? record.since.day : null;
  const hasOtherEvents = then !== null && then.events !== now.events;
  return {state, hasHeld, since, then, now, hasOtherEvents, hasNewQuery, laterDay: null};
}

// whatever the events' configuration: where it has changed nothing else, there is nothing to tell
function isSame(a: Evaluation, b: Evaluation): boolean {
  return JSON.stringify({...a, events: null}) === JSON.stringify({...b, events: null});
}
