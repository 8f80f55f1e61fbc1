import {join} from "node:path";
import {answerQueries} from "../answers/answer-queries.ts";
import {projectFolder} from "../fingerprint.ts";
import type {Progress} from "../progress.ts";
import {claimsFile, siteSnapshots} from "../report.ts";
import type {Manifest} from "../snapshots.ts";
import {type CheckedClaim, checkClaims} from "./check-claims.ts";
import {type ClaimHistory, readClaimHistory} from "./claim-history.ts";
import {pageClaims} from "./page-claims.ts";

/** Checks the claims of all pages on the site's snapshots, against what is remembered of them; remembers nothing itself. */
export async function checkPages(
  manifest: Manifest,
  {progress}: {progress?: Progress} = {}
): Promise<{checked: CheckedClaim[]; history: ClaimHistory}> {
  const history = readClaimHistory(claimsFile);
  const claims = pageClaims(join(projectFolder, "src"));
  const answers = await answerQueries(
    claims.map(({query}) => query),
    siteSnapshots,
    {progress}
  );
  return {checked: checkClaims(claims, answers, {manifest, history}), history};
}
