import type {NumberFormat} from "../../src/shared/number-format.ts";
import {quotedName} from "../../src/shared/quoted-name.ts";
import {wilsonInterval} from "../../src/shared/wilson-interval.ts";
import {explainDays} from "../statistics/anomalies/explain-days.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Statement} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";
import {noOrderValue, worthOfOrders} from "./statements/worth-of-orders.ts";

/** A rush of visits, as by a promotion, that brought fewer orders a visit than usual. */
export const promotionWithoutOrders: Finding = {
  name: "promotion-without-orders",
  query: readFindingQuery("promotion-without-orders"),
  evidence: {
    query:
      "select metric, event_date, observed, expected from metric_days where metric in ('sessions', 'session_conversion') and dimension = 'all' order by metric, event_date",
    chart: {mark: "line", x: "event_date", y: "observed", series: "metric"}
  },
  state: (row, format) => {
    if (!row) {
      return makeStatement("not_in_data", {
        claim: "The data is too short to tell a rush of visits from the usual ups and downs."
      });
    }
    if (row.episode == null) return makeStatement("does_not_hold", {claim: "No days have far more visits than usual."});
    const [successes, trials] = [Number(row.successes), Number(row.trials)];
    const [interval, expected] = [wilsonInterval(successes, trials), Number(row.expected)];
    if (interval[1] >= expected) return stateNoLoss(row, {expectedOrders: expected * trials, format});
    return stateRush(row, {successes, trials, interval, format});
  }
};

// fewer orders than these cannot be told from none
const enoughOrders = 5;

function stateNoLoss(row: Row, {expectedOrders, format}: {expectedOrders: number; format: NumberFormat}): Statement {
  const rush = `${explainDays(String(row.started_on), String(row.ended_on))} more people came than usual`;
  return expectedOrders < enoughOrders
    ? makeStatement("too_few_to_tell", {
        claim: `${rush}; too few orders to tell whether they ordered as often as others, with about ${format.decimal(expectedOrders)} to be expected.`
      })
    : makeStatement("does_not_hold", {claim: `${rush}, and there were no fewer orders for it than chance allows.`});
}

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
  const times = format.decimal(Math.round((10 * Number(row.sessions)) / Number(row.expected_sessions)) / 10);
  const campaign = row.value == null ? null : `the ${row.dimension} ${quotedName(row.value)}`;
  const by = campaign === null ? "" : `, most of the additional ones by ${campaign}`;
  const days = explainDays(String(row.started_on), String(row.ended_on));
  return makeStatement("holds", {
    claim: `${days}, ${times} times as many visits as usual came${by}, but only ${format.percent(successes / trials)} of the visits on these days brought an order, where ${format.percent(expected)} are usual.`,
    worth:
      valueAtStake === null
        ? noOrderValue
        : `Had they ordered as others do, it would have been about ${format.roughMoney(valueAtStake)} more.`,
    evidence: `${format.count(successes)} of ${format.count(trials)} visits brought an order (95% interval: ${format.percent(interval[0])} to ${format.percent(interval[1])}).`,
    action: `Before ${campaign === null ? "the next promotion" : `paying for ${campaign} again`}, see whom it reached and what they looked for.`,
    interval,
    valueAtStake,
    valueInterval,
    isOver: Boolean(row.is_over),
    about: row.value == null ? null : {dimension: String(row.dimension), value: String(row.value)},
    days: [String(row.started_on), String(row.ended_on)],
    recommendation: {
      title: "Promise in a promotion what the shop keeps",
      steps: [
        `Follow ${campaign ?? "those visits"} through the funnel: the step at which they leave, the products they saw, the device they had.`,
        "Lead the ad to the products that it shows, at the price that it names.",
        "Run the next one for a tenth of the budget first, and stop it where orders a visit stay below the usual."
      ],
      effort: "days",
      measure: "Orders a visit of the promotion’s visitors, against the usual on the same days."
    }
  });
}
