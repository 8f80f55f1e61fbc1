import type {NumberFormat} from "../../src/shared/number-format.ts";
import {wilsonInterval} from "../../src/shared/wilson-interval.ts";
import type {Estimate} from "../statistics/product-interval.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Statement} from "./finding.ts";
import {makeStatement, noteShortTime, readFindingQuery} from "./statement.ts";

/** How many people leave their cart behind, with which brands in it, and what reminding them could bring. */
export const cartAbandonment: Finding = {
  name: "cart-abandonment",
  query: readFindingQuery("cart-abandonment"),
  evidence: {
    query: "select brand, carts, users, value from abandoned_brands order by value desc, brand limit 10",
    chart: {mark: "bar", x: "value", y: "brand"}
  },
  state: (row, format) => {
    if (!row)
      return makeStatement("not_in_data", {
        claim: "Nobody put anything into a cart or bought anything, or the data has no such events."
      });
    const [carting, abandoners] = [Number(row.carting_users), Number(row.abandoners)];
    if (carting < Number(row.minimum_trials)) {
      return makeStatement("too_few_to_tell", {
        claim: `Too few to tell how many leave their cart behind: only ${format.count(carting)} put something into one.`
      });
    }
    const interval = wilsonInterval(abandoners, carting);
    // fewer than one in ten is what any shop has to expect
    if (interval[0] < 0.1) {
      return makeStatement("does_not_hold", {
        claim: `Few leave their cart behind: ${format.percent(abandoners / carting)} of those who put something into one bought nothing.`
      });
    }
    return stateAbandonment(row, {carting, abandoners, interval, format});
  }
};

function stateAbandonment(
  row: Row,
  {
    carting,
    abandoners,
    interval,
    format
  }: {carting: number; abandoners: number; interval: [number, number]; format: NumberFormat}
): Statement {
  const brands = [row.first_brand, row.second_brand, row.third_brand].filter((brand) => brand != null).map(String);
  const left =
    row.value == null
      ? ""
      : ` Products worth ${format.roughMoney(Number(row.value))} lie in carts that nobody came back for`;
  const most = left && brands.length ? `, most of ${listWords(brands)}` : "";
  return {
    verdict: "holds",
    claim: `${format.percent(abandoners / carting)} of the people who put something into a cart bought nothing.`,
    evidence: `${format.count(abandoners)} of ${format.count(carting)} people (95% interval: ${format.percent(interval[0])} to ${format.percent(interval[1])}).${left}${most}${left && "."}${noteShortTime(Number(row.seconds), format)}`,
    action: "Remind people of what they left in their cart, beginning with the brands that are worth most.",
    interval,
    ...worthOfReminders(row, {value: abandoners / carting, low: interval[0], high: interval[1]}, format),
    recommendation: {
      title: "Remind people of the cart that they left",
      steps: [
        "E-mail after an hour: the products with their pictures, and one link back to the cart.",
        "E-mail after a day: answers to what stops people most, such as delivery cost, returns and payment.",
        "E-mail after three days: the last one, with what else the brand has; no discount before this one.",
        brands.length
          ? `Show ads with the brand left behind to those without an e-mail address, beginning with ${listWords(brands)}.`
          : "Show ads with the products left behind to those without an e-mail address.",
        "Leave one in ten without any reminder, so that the effect can be seen."
      ],
      effort: "days",
      measure: "Buyers within seven days among people reminded, against the one in ten who were not."
    }
  };
}

// a scenario, for where nobody comes back without a reminder, so that the data does not know what one brings
const reminderShare = 0.05;

type Worth = Pick<Statement, "worth" | "valueAtStake" | "valueInterval">;

// as many again as come back by themselves, the only rate of return that the data knows; `share` is that of carts left behind
function worthOfReminders(row: Row, share: Estimate, format: NumberFormat): Worth {
  const unknown = {worth: "", valueAtStake: null, valueInterval: null};
  // nobody had a week to come back in, or too few
  if (Number(row.left_users) < Number(row.minimum_trials)) return unknown;
  const value = row.value == null ? null : Number(row.value);
  if (!row.return_rate) return value === null ? unknown : scenarioOfReminders(value, share, format);
  const [rate, low, high] = [row.return_rate, row.return_low, row.return_high].map(Number) as [number, number, number];
  const back = `${format.percent(rate)} of those who leave come back and buy within a week by themselves; if reminders brought as many again`;
  if (value === null) return {...unknown, worth: `${back}, they would win back as much.`};
  return {
    worth: `${back}, that would be about ${format.roughMoney(value * rate)}.`,
    valueAtStake: value * rate,
    valueInterval: [value * low, value * high]
  };
}

function scenarioOfReminders(value: number, share: Estimate, format: NumberFormat): Worth {
  const won = reminderShare * value;
  return {
    worth: `Hardly anybody comes back within a week by themselves; if reminders won back one in twenty of these carts, that would be about ${format.roughMoney(won)}.`,
    valueAtStake: won,
    // as uncertain as how many leave their cart
    valueInterval: [(won * share.low) / share.value, (won * share.high) / share.value]
  };
}

function listWords(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" and ");
}
