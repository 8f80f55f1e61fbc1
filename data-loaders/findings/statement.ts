import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Statement} from "./finding.ts";

/** Whether the data bears a finding's claim out, or why it cannot say. */
export type Verdict = "holds" | "does_not_hold" | "too_few_to_tell" | "not_in_data";

/** What a finding says where its claim does not hold or cannot be told: no worth, no interval, nothing to gain. */
export function emptyStatement(
  verdict: Exclude<Verdict, "holds">,
  {claim, evidence = "", action = ""}: Pick<Statement, "claim"> & Partial<Pick<Statement, "evidence" | "action">>
): Statement {
  return {
    verdict,
    claim,
    worth: "",
    evidence,
    action,
    interval: null,
    valueAtStake: null,
    valueInterval: null,
    recommendation: null
  };
}

/** The query of a finding, which lies beside it under the finding's name. */
export function readFindingQuery(name: string): string {
  return readFileSync(join(import.meta.dirname, `${name}.sql`), "utf8");
}
