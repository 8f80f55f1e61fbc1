import type {NumberFormat} from "../../src/shared/number-format.ts";
import {placeInWords} from "../place-in-words.ts";
import {quotedName} from "../../src/shared/quoted-name.ts";
import {stageWords} from "../../src/shared/stage-words.ts";
import {wilsonInterval} from "../../src/shared/wilson-interval.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Statement} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";

/** The device or browser whose visits get less far than those of the best one like it, and what that costs. */
export const recoverableLosses: Finding = {
  name: "recoverable-losses",
  query: readFindingQuery("recoverable-losses"),
  evidence: {
    query:
      "select stage_before, stage, dimension, value, sessions, conversion, benchmark_value, benchmark_low, excess_loss, recoverable_revenue, recoverable_low, recoverable_high from impact where verdict = 'loss' and is_actionable order by position",
    chart: {mark: "bar", x: "recoverable_revenue", y: "value", series: "stage"}
  },
  state: (row, format) => {
    if (!row) {
      return makeStatement("not_in_data", {
        claim: "What one device or browser loses against another cannot be told: the events name neither."
      });
    }
    if (row.value != null) return stateLoss(row, format);
    return Number(row.compared) === 0
      ? makeStatement("too_few_to_tell", {
          claim: "Too few visits to tell whether a device or browser loses more than others."
        })
      : makeStatement("does_not_hold", {
          claim:
            "Of no device or browser can it be told that it loses more visits before the last step than the best one like it."
        });
  }
};

function stateLoss(row: Row, format: NumberFormat): Statement {
  const {percent, count, roughMoney, decimal} = format;
  const place = placeInWords(String(row.dimension), row.value);
  const best = quotedName(row.benchmark_value);
  const [sessions, conversion] = [Number(row.sessions), Number(row.conversion)];
  const interval = wilsonInterval(Math.round(conversion * sessions), sessions);
  const next = stageWords(String(row.stage)).label.toLowerCase();
  const value = row.recoverable_revenue == null ? null : Number(row.recoverable_revenue);
  const [low, high] = [Number(row.recoverable_low), Number(row.recoverable_high)];
  return makeStatement("holds", {
    claim: `${percent(conversion)} of the visits ${place} that ${stageWords(String(row.stage_before)).did} get to the stage “${next}”, against at least ${percent(Number(row.benchmark_low))} with ${best}.`,
    evidence: `${count(sessions)} visits (95% interval: ${percent(interval[0])} to ${percent(interval[1])}); about ${decimal(Number(row.excess_loss))} of them are lost beyond what ${best} loses.`,
    action: `Compare this step ${place} with ${best}, side by side.`,
    worth:
      value === null
        ? "What it would bring cannot be told: the events name no prices, or too few people bought."
        : `At the rate that ${best} has at least, it would bring about ${roughMoney(value)} (${roughMoney(low)} to ${roughMoney(high)}).`,
    interval,
    valueAtStake: value,
    valueInterval: value === null ? null : [low, high],
    about: {dimension: String(row.dimension), value: String(row.value)},
    recommendation: {
      title: `Bring the stage “${next}” ${place} up to the best`,
      steps: [
        `Do this step ${place} and with ${best}, side by side, and note every difference.`,
        "Mend the largest one first: what covers the button, what loads late, what has to be typed.",
        "Release it to half of those visits and compare."
      ],
      effort: "weeks",
      measure: `The share of visits ${place} that go on, against ${best}.`
    }
  });
}
