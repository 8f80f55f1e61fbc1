import {createHash} from "node:crypto";
import type {Answer} from "../answers/answer-queries.ts";
import {sqlTokens} from "../answers/sql-tokens.ts";
import type {Manifest} from "../snapshots.ts";
import {advanceRecord} from "./advance-record.ts";
import {type ClaimHistory, type ClaimSource, findRecord} from "./claim-history.ts";
import {type ClaimStatus, claimStatus} from "./claim-status.ts";
import type {Claim} from "./find-claims.ts";
import {type Evaluation, readEvaluation} from "./read-evaluation.ts";

/** A claim with how it stands, or the error that keeps it from being told. */
export type CheckedClaim = {claim: Claim; answer: Answer} & (
  {status: ClaimStatus; error?: undefined} | {error: string; status?: undefined}
);

/** Checks claims by the answers to their queries, in the same order, on snapshots with this manifest. */
export function checkClaims(
  claims: readonly Claim[],
  answers: readonly Answer[],
  {manifest, history}: {manifest: Manifest; history: ClaimHistory}
): CheckedClaim[] {
  return claims.map((claim, i) => {
    const answer = answers[i] ?? {columns: [], rows: [], error: "the query has not been answered"};
    const evaluation =
      claim.problem === undefined ? readEvaluation(answer, momentOf(manifest)) : {error: claim.problem};
    if ("error" in evaluation) return {claim, answer, error: evaluation.error};
    const record = findRecord(history, sourceOf(manifest), keyOf(claim));
    return {claim, answer, status: claimStatus(record, hashOf(claim.query), evaluation)};
  });
}

/** The history with what the claims are now. Claims that are on no page any more are forgotten. */
export function rememberClaims(
  checked: readonly CheckedClaim[],
  {manifest, history}: {manifest: Manifest; history: ClaimHistory}
): ClaimHistory {
  const source = sourceOf(manifest);
  const records = checked.flatMap(({claim, status}) => {
    const key = keyOf(claim);
    const remembered = findRecord(history, source, key);
    const record = status ? advanceRecord(remembered, hashOf(claim.query), status.now) : remembered;
    return record ? [[key, record] as const] : [];
  });
  const keys = new Set(checked.map(({claim}) => keyOf(claim)));
  const kept = Object.entries(history.sources).map(([name, others]) => {
    return [name, Object.fromEntries(Object.entries(others).filter(([key]) => keys.has(key)))] as const;
  });
  return {...history, sources: {...Object.fromEntries(kept), [source]: Object.fromEntries(records)}};
}

/** The part of a history that is about events as those of a manifest: the made-up shop's, or one's own. */
export function historyOfSource(manifest: Manifest, {version, sources}: ClaimHistory): ClaimHistory {
  const source = sourceOf(manifest);
  return {version, sources: {[source]: sources[source] ?? {}}};
}

// the data's own time, never the clock's
function momentOf({lastEventAt, sourceFingerprint}: Manifest): Pick<Evaluation, "day" | "events"> {
  return {day: lastEventAt.slice(0, 10), events: sourceFingerprint.slice(0, 16)};
}

// what is configured of one's own events may change, such as a file a month; they never become the made-up shop's
function sourceOf({source}: Manifest): ClaimSource {
  return source === "demo-store" ? "demo-store" : "own-events";
}

function keyOf({page, id, query}: Claim): string {
  return `${page}#${id ?? hashOf(query)}`;
}

// the same for a query that is only laid out or commented differently
function hashOf(query: string): string {
  const words = sqlTokens(query)
    .join(" ")
    .replace(/[ ;]+$/, "");
  return createHash("sha256").update(words).digest("hex").slice(0, 16);
}
