import type {NumberFormat} from "../../src/shared/number-format.ts";
import {explainDays} from "../statistics/anomalies/explain-days.ts";
import {wilsonInterval} from "../../src/shared/wilson-interval.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Statement} from "./finding.ts";
import {makeStatement, readFindingQuery} from "./statement.ts";
import {worthOfOrders} from "./worth-of-orders.ts";

/** A rush of visits, as by a promotion, that brought fewer orders a visit than usual. */
export const promotionWithoutOrders: Finding = {
  name: "promotion-without-orders",
  query: readFindingQuery("promotion-without-orders"),
  evidence: {
    query:
      "select metric, event_date, observed, expected from metric_days where metric in ('sessions', 'session_conversion') and dimension = 'all' order by metric, event_date",
    chart: {mark: "line", x: "event_date", y: "observed"}
  },
  state: (row, format) => {
    if (!row) {
      return makeStatement("not_in_data", {
        claim: "The data is too short to tell a rush of visits from the usual ups and downs."
      });
    }
    if (row.episode == null) return makeStatement("does_not_hold", {claim: "No days have far more visits than usual."});
    const [successes, trials] = [Number(row.successes), Number(row.trials)];
    const interval = wilsonInterval(successes, trials);
    if (interval[1] >= Number(row.expected)) {
      const days = explainDays(String(row.started_on), String(row.ended_on));
      return makeStatement("does_not_hold", {
        claim: `${days} more people came than usual, and ordered as often as others.`
      });
    }
    return stateRush(row, {successes, trials, interval, format});
  }
};

function stateRush(
  row: Row,
  {
    successes,
    trials,
    interval,
    format
  }: {successes: number; trials: number; interval: [number, number]; format: NumberFormat}
): Statement {
  const expected = Number(row.expected);
  const missing = (rate: number): number => Math.max(0, expected - rate) * trials;
  const {valueAtStake, valueInterval} = worthOfOrders(
    {value: missing(successes / trials), low: missing(interval[1]), high: missing(interval[0])},
    row
  );
  const more = Number(row.sessions) / Number(row.expected_sessions);
  const by = row.value == null ? "" : `, most of them by the ${row.dimension} “${row.value}”`;
  const days = explainDays(String(row.started_on), String(row.ended_on));
  const who = row.value == null ? "those visits" : `the ${row.dimension} “${row.value}”`;
  return {
    verdict: "holds",
    claim: `${days} ${format.decimal(more)} times the usual visits came${by}, but only ${format.percent(successes / trials)} of them brought an order, where ${format.percent(expected)} are usual.`,
    worth:
      valueAtStake === null
        ? ""
        : `Had they ordered as others do, it would have been about ${format.roughMoney(valueAtStake)} more.`,
    evidence: `${format.count(successes)} of ${format.count(trials)} visits brought an order (95% interval: ${format.percent(interval[0])} to ${format.percent(interval[1])}).`,
    action: `Before ${who === "those visits" ? "the next promotion" : `paying for ${who} again`}, see whom it reached and what they looked for.`,
    interval,
    valueAtStake,
    valueInterval,
    recommendation: {
      title: "Promise in a promotion what the shop keeps",
      steps: [
        `Follow ${who} through the funnel: the step at which they leave, the products they saw, the device they had.`,
        "Lead the ad to the products that it shows, at the price that it names.",
        "Run the next one for a tenth of the budget first, and stop it where orders a visit stay below the usual."
      ],
      effort: "days",
      measure: "Orders a visit of the promotion’s visitors, against the usual on the same days."
    }
  };
}
