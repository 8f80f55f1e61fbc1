import {counted, type NumberFormat} from "../../src/shared/number-format.ts";
import {placeInWords} from "../place-in-words.ts";
import {stageWords} from "../../src/shared/stage-words.ts";
import {wilsonInterval} from "../../src/shared/wilson-interval.ts";
import {dayInWords, explainDays} from "../statistics/anomalies/explain-days.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Recommendation, Statement} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";
import {noOrderValue, worthOfOrders} from "./statements/worth-of-orders.ts";

/** A device or browser on which people who are about to buy do not get through. */
export const checkoutProblems: Finding = {
  name: "checkout-problems",
  query: readFindingQuery("checkout-problems"),
  evidence: {
    query:
      "select metric, dimension, value, trials, rate, rest_rate, difference_low, difference_high, verdict from comparisons where dimension in ('device', 'browser') and metric = (select max(metric) from impact where stage = (select stage from funnel_sessions order by position desc limit 1)) order by dimension, rate",
    chart: {mark: "bar", x: "rate", y: "value", series: "dimension"}
  },
  state: (row, format) => {
    if (!row) {
      return makeStatement("not_in_data", {
        claim: "Whether people get through on every device cannot be told: the events name neither device nor browser."
      });
    }
    if (row.holds === true) return stateProblem(row, format);
    return row.holds === false
      ? makeStatement("does_not_hold", {
          claim:
            "Of no device or browser can it be told that it loses more people at the last step than others like it."
        })
      : makeStatement("too_few_to_tell", {
          claim: "Too few to tell whether people get through on every device and browser."
        });
  }
};

function stateProblem(row: Row, format: NumberFormat): Statement {
  const [expected, observed, trials] = [Number(row.expected), Number(row.observed), Number(row.trials)];
  const successes = Math.round(observed * trials);
  const interval = wilsonInterval(successes, trials);
  // what even the most favourable rate leaves lost is the low end, but never less than nothing
  const lost = (rate: number): number => Math.max(0, expected - rate) * trials;
  const orders = {value: lost(observed), low: lost(interval[1]), high: lost(interval[0])};
  const {valueAtStake, valueInterval} = worthOfOrders(orders, row);
  const place = placeInWords(String(row.dimension), row.value);
  const isOver = Boolean(row.is_over);
  const when = row.started_on ? `${explainDays(String(row.started_on), String(row.ended_on))} only` : "Only";
  return makeStatement("holds", {
    claim: `${when} ${format.percent(observed)} of the visits that ${stageWords(String(row.stage_before)).did} ${place} ended in an order, where ${format.percent(expected)} were to be expected.`,
    worth: explainWorth(valueAtStake, {orders: orders.value, isOver, format}),
    evidence: `${format.count(successes)} of ${format.count(trials)} visits (95% interval: ${format.percent(interval[0])} to ${format.percent(interval[1])}).${noteOthers(row, format)}`,
    action: isOver
      ? `Find out what stopped orders ${place} then, and have somebody told the next time.`
      : `Order something ${place} yourself, step by step, and mend what stops you.`,
    interval,
    valueAtStake,
    valueInterval,
    isOver,
    about: {dimension: String(row.dimension), value: String(row.value)},
    days: row.started_on ? [String(row.started_on), String(row.ended_on)] : null,
    recommendation: isOver ? watch(row, {place, expected, format}) : mend(row, {place, expected, format})
  });
}

function explainWorth(
  value: number | null,
  {orders, isOver, format}: {orders: number; isOver: boolean; format: NumberFormat}
): string {
  if (value === null) return noOrderValue;
  const short = `${counted(Math.round(orders), "order", "orders", format)} more, worth about ${format.roughMoney(value)}`;
  return `At the usual rate they would have brought about ${short}.${isOver ? " It is over, so this is lost; the next time can be noticed on its first day." : ""}`;
}

function noteOthers({problems}: Row, format: NumberFormat): string {
  const others = Number(problems) - 1;
  return others > 0
    ? ` ${counted(others, "more episode or loss", "more episodes or losses", format)} at this step: see the tables anomalies and impact.`
    : "";
}

interface Checkout {
  place: string;
  expected: number;
  format: NumberFormat;
}

const toldOfIt = "Have somebody told when its share of completed checkouts falls below the usual one for a day.";

function mend(row: Row, {place, expected, format}: Checkout): Recommendation {
  return {
    title: `Mend the checkout ${place}`,
    steps: [
      `Go through the checkout ${place}, with every way to pay, and note where it stops.`,
      row.started_on
        ? `List what was released and which payment provider had trouble around ${dayInWords(String(row.started_on))}.`
        : "List what is special to it: keyboard, autofill, pop-ups, the payment page.",
      "Put a test order on that device and browser into every release.",
      toldOfIt
    ],
    effort: "days",
    measure: `The share of checkouts ${place} that end in an order is back at ${format.percent(expected)}.`
  };
}

function watch(row: Row, {place, expected, format}: Checkout): Recommendation {
  return {
    title: `Keep the checkout ${place} from breaking again`,
    steps: [
      `List what was released and which payment provider had trouble around ${dayInWords(String(row.started_on))}, and what ended it around ${dayInWords(String(row.ended_on))}.`,
      `Put a test order ${place} into every release.`,
      toldOfIt
    ],
    effort: "days",
    measure: `The share of checkouts ${place} that end in an order stays at ${format.percent(expected)}.`
  };
}
