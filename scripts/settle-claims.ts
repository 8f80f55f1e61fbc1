import {historyOfSource, rememberClaims} from "../data-loaders/claims/check-claims.ts";
import {checkPages} from "../data-loaders/claims/check-pages.ts";
import {type ClaimHistory, writeClaimHistory} from "../data-loaders/claims/claim-history.ts";
import {claimBeginnings, claimErrors, claimWarnings} from "../data-loaders/claims/claim-lines.ts";
import {claimsFile, loadReport} from "../data-loaders/report.ts";
import {ReportError} from "../data-loaders/report-error.ts";
import type {Manifest} from "../data-loaders/snapshots.ts";

/**
 * Checks the claims of all pages, remembers how they stand, warns of those that do not hold, and returns what is remembered
 * of these events. Throws a ReportError where a claim has an error or, if the configuration says so, does not hold.
 */
export async function settleClaims(manifest: Manifest): Promise<ClaimHistory> {
  const {checked, history} = await checkPages(manifest);
  const errors = claimErrors(checked);
  if (errors.length) throw new ReportError(errors.join("\n"));
  const next = rememberClaims(checked, {manifest, history});
  // also where the build stops: since when a claim does not hold is true whether it is published or not
  writeClaimHistory(claimsFile, next);
  for (const beginning of claimBeginnings(checked)) console.log(beginning);
  const warnings = claimWarnings(checked, manifest);
  if (warnings.length && (await loadReport()).claims === "fail") {
    throw new ReportError(`${warnings.join("\n")}\nthe site stays as it was (claims: "fail" in report.config.ts)`);
  }
  for (const warning of warnings) console.warn(warning);
  return historyOfSource(manifest, next);
}
