import type {NumberFormat} from "../../src/shared/number-format.ts";
import {wilsonInterval} from "../../src/shared/wilson-interval.ts";
import type {Estimate} from "../statistics/product-interval.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Recommendation, Statement} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";
import {noteShortTime} from "./statements/note-short-time.ts";
import {noOrderValue, worthOfOrders} from "./statements/worth-of-orders.ts";

/** Whether people who come back buy more often than those who come for the first time. */
export const newAndReturning: Finding = {
  name: "new-and-returning",
  query: readFindingQuery("new-and-returning"),
  evidence: {
    query:
      "select metric, value, trials, successes, rate, difference_low, difference_high, verdict from comparisons where dimension = 'visitor' order by metric, value",
    chart: {mark: "bar", x: "rate", y: "value", series: "metric"}
  },
  state: (row, format) => {
    if (!row)
      return makeStatement("not_in_data", {
        claim: "The data has only first visits, so nobody can be said to come back."
      });
    if (!Number(row.purchases))
      return makeStatement("not_in_data", {
        claim: "Whether people who come back buy more often cannot be told: the data has no purchases."
      });
    if (row.holds == null)
      return makeStatement("too_few_to_tell", {claim: "Too few to tell whether people who come back buy more often."});
    const {percent, count} = format;
    const short = noteShortTime(
      Number(row.seconds),
      "who comes back in so short a time is not who comes back another day.",
      format
    );
    const numbers = `${percent(Number(row.rate))} of ${count(Number(row.trials))} later visits and ${percent(Number(row.rest_rate))} of ${count(Number(row.rest_trials))} first visits brought an order`;
    return row.holds
      ? stateDifference(row, {numbers, short, format})
      : makeStatement("does_not_hold", {
          claim:
            "Whether people who come back order more often than those who come for the first time cannot be told from chance.",
          evidence: `${numbers}.${short}`
        });
  }
};

function stateDifference(
  row: Row,
  {numbers, short, format}: {numbers: string; short: string; format: NumberFormat}
): Statement {
  const [back, first] = [Number(row.rate), Number(row.rest_rate)];
  const [low, high] = [Number(row.difference_low), Number(row.difference_high)];
  const isMore = back > first;
  const worth = worthOfOrders(isMore ? ordersOfReturns(row) : ordersMissing(row), row);
  const money = format.roughMoney(worth.valueAtStake ?? 0);
  return makeStatement("holds", {
    claim: `${format.percent(back)} of the visits of people who come back bring an order, against ${format.percent(first)} of first visits.`,
    evidence: `${numbers}; the difference is ${format.points(low)} to ${format.points(high)} percentage points (95% interval).${short}`,
    action: isMore
      ? "Give first visitors a reason to come back: a list to keep, a note when a price falls, a letter."
      : "Ask people who come back what they did not find, and lead them to where they left off.",
    worth:
      worth.valueAtStake === null
        ? noOrderValue
        : isMore
          ? `If one in a hundred first visits were followed by one more, and that ordered as often as those who come back by themselves, it would bring about ${money}.`
          : `If later visits ordered as often as first ones, it would bring about ${money}.`,
    interval: [low, high],
    ...worth,
    recommendation: isMore ? bringBack : helpToBuy
  });
}

// a scenario, not a forecast: that one in a hundred of those who came once comes again
const returnShare = 0.01;

function ordersOfReturns({rate, trials, rest_trials}: Row): Estimate {
  const visits = returnShare * Number(rest_trials);
  const [low, high] = wilsonInterval(Math.round(Number(rate) * Number(trials)), Number(trials));
  return {value: visits * Number(rate), low: visits * low, high: visits * high};
}

function ordersMissing({rate, rest_rate, trials, difference_low, difference_high}: Row): Estimate {
  const orders = (difference: unknown): number => Math.max(0, -Number(difference)) * Number(trials);
  return {value: orders(Number(rate) - Number(rest_rate)), low: orders(difference_high), high: orders(difference_low)};
}

const measure = "Visits that bring an order, of first and of later visits, month by month.";

const bringBack: Recommendation = {
  title: "Bring first visitors back",
  steps: [
    "Offer to keep what was looked at, in a list that can be sent to oneself.",
    "Write to those who left an address when something on it gets cheaper or scarce.",
    "Greet people who come back with what they looked at last."
  ],
  effort: "weeks",
  measure
};

const helpToBuy: Recommendation = {
  title: "Help those who come back to buy",
  steps: [
    "Show what somebody looked at last at the top of the first page.",
    "Keep the cart for as long as the law allows, on every device.",
    "Ask on the way out what was missing, one question only."
  ],
  effort: "weeks",
  measure
};
