import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Statement} from "./finding.ts";

/** Whether the data bears a finding's claim out, or why it cannot say. */
export type Verdict = "holds" | "does_not_hold" | "too_few_to_tell" | "not_in_data";

/** A statement with what is known of it; what is left out is empty, and there is nothing to gain. */
export function makeStatement(
  verdict: Verdict,
  known: Pick<Statement, "claim"> & Partial<Omit<Statement, "verdict">>
): Statement {
  return {
    verdict,
    worth: "",
    evidence: "",
    action: "",
    interval: null,
    valueAtStake: null,
    valueInterval: null,
    recommendation: null,
    ...known
  };
}

/** The query of a finding, which lies beside it under the finding's name. */
export function readFindingQuery(name: string): string {
  return readFileSync(join(import.meta.dirname, `${name}.sql`), "utf8");
}
