import type {Evaluation} from "./read-evaluation.ts";

/** What is remembered of a claim. */
export interface ClaimRecord {
  /** a hash of its query, which a changed query does not share */
  query: string;
  /** its first evaluation */
  first: Evaluation;
  /** the first one in its present state */
  since: Evaluation;
  /** the last one before that; null where it has had no other state */
  before: Evaluation | null;
  /** the last one in which it held; null where it never did */
  held: Evaluation | null;
  latest: Evaluation;
}

/**
 * What is remembered of a claim after an evaluation: a new record where there was none or its query has changed, and the record
 * as it is where the evaluation is on older data than the latest. The same evaluation again changes nothing.
 */
export function advanceRecord(record: ClaimRecord | undefined, query: string, now: Evaluation): ClaimRecord {
  const isHeld = now.state === "holds";
  if (record?.query !== query) {
    return {query, first: now, since: now, before: null, held: isHeld ? now : null, latest: now};
  }
  if (now.day < record.latest.day) return record;
  const hasChanged = now.state !== record.latest.state;
  return {
    ...record,
    since: hasChanged ? now : record.since,
    before: hasChanged ? record.latest : record.before,
    held: isHeld ? now : record.held,
    latest: now
  };
}
