import {stageWords} from "../../src/shared/stage-words.ts";
import type {Finding} from "./finding.ts";
import {makeStatement, readFindingQuery} from "./statement.ts";

/** The device or browser whose visits get less far than those of the best one like it, and what that costs. */
export const recoverableLosses: Finding = {
  name: "recoverable-losses",
  query: readFindingQuery("recoverable-losses"),
  evidence: {
    query:
      "select stage_before, stage, dimension, value, sessions, conversion, benchmark_value, benchmark_low, excess_loss, recoverable_revenue, recoverable_low, recoverable_high from impact where verdict = 'loss' order by position",
    chart: {mark: "bar", x: "recoverable_revenue", y: "value"}
  },
  state: (row, format) => {
    if (!row) {
      return makeStatement("not_in_data", {
        claim: "What one device or browser loses against another cannot be told: the events name neither."
      });
    }
    if (row.value == null) {
      return Number(row.compared) === 0
        ? makeStatement("too_few_to_tell", {
            claim: "Too few visits to tell whether a device or browser loses more than others."
          })
        : makeStatement("does_not_hold", {
            claim: "No device or browser loses more visits on the way than the best one like it."
          });
    }
    const {percent, count, roughMoney, decimal} = format;
    const place = `${row.dimension === "device" ? "on the device" : "in the browser"} “${row.value}”`;
    const [low, high] = [row.recoverable_low, row.recoverable_high].map(Number) as [number, number];
    const value = row.recoverable_revenue == null ? null : Number(row.recoverable_revenue);
    return makeStatement("holds", {
      claim: `${percent(Number(row.conversion))} of the visits ${place} that ${stageWords(String(row.stage_before)).did} go on, against at least ${percent(Number(row.benchmark_low))} with “${row.benchmark_value}”.`,
      evidence: `${count(Number(row.sessions))} visits; about ${decimal(Number(row.excess_loss))} of them are lost beyond what “${row.benchmark_value}” loses.`,
      action: `Compare this step ${place} with “${row.benchmark_value}”, side by side.`,
      worth:
        value === null
          ? ""
          : `At the rate of “${row.benchmark_value}” it would bring about ${roughMoney(value)} (${roughMoney(low)} to ${roughMoney(high)}).`,
      valueAtStake: value,
      valueInterval: value === null ? null : [low, high],
      recommendation: {
        title: `Bring the step ${place} up to the best`,
        steps: [
          `Do this step ${place} and with “${row.benchmark_value}”, side by side, and note every difference.`,
          "Mend the largest one first: what covers the button, what loads late, what has to be typed.",
          "Release it to half of those visits and compare."
        ],
        effort: "weeks",
        measure: `The share of visits ${place} that go on, against “${row.benchmark_value}”.`
      }
    });
  }
};
