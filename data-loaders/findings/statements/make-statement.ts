import type {Statement, Verdict} from "../finding.ts";

/** A statement with what is known of it; what is left out is empty, there is nothing to gain, it is about everybody, and not over. */
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
    valueKind: "revenue",
    isOver: false,
    about: null,
    days: null,
    recommendation: null,
    ...known
  };
}
