import {readFileSync} from "node:fs";
import {join} from "node:path";
import {durationText} from "../../src/shared/duration-text.ts";
import type {NumberFormat} from "../../src/shared/number-format.ts";
import type {Statement, Verdict} from "./finding.ts";

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

/** What to add to evidence about people who did not go on, where the data is of so short a time that some of them still may; else nothing. */
export function noteShortTime(seconds: number, format: NumberFormat): string {
  return seconds < week
    ? ` The data covers only ${durationText(seconds, format)}: some of them may have gone on later.`
    : "";
}

const week = 7 * 86_400;

/** The query of a finding, which lies beside it under the finding's name. */
export function readFindingQuery(name: string): string {
  return readFileSync(join(import.meta.dirname, `${name}.sql`), "utf8");
}
