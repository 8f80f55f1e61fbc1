import {counted, type NumberFormat} from "../../src/shared/number-format.ts";
import {quotedName} from "../../src/shared/quoted-name.ts";
import {wilsonInterval} from "../../src/shared/wilson-interval.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Statement} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {listWords} from "../../src/shared/list-words.ts";
import {makeStatement} from "./statements/make-statement.ts";
import {mayGoOn, noteShortTime} from "./statements/note-short-time.ts";

/** How many people leave their cart behind, with which brands in it, and what reminding them could bring. */
export const cartAbandonment: Finding = {
  name: "cart-abandonment",
  query: readFindingQuery("cart-abandonment"),
  evidence: {
    query: "select brand, carts, users, value from abandoned_brands order by value desc, brand limit 10",
    chart: {mark: "bar", x: "value", y: "brand"}
  },
  state: (row, format) => {
    const [carting, buyers] = [Number(row?.carting_users ?? 0), Number(row?.purchasing_users ?? 0)];
    if (!row || !carting || !buyers)
      return makeStatement("not_in_data", {
        claim: `How many leave their cart behind cannot be told: ${lack(carting, buyers)}.`
      });
    if (carting < Number(row.minimum_trials)) {
      return makeStatement("too_few_to_tell", {
        claim: `Too few to tell how many leave their cart behind: only ${format.count(carting)} put something into one.`
      });
    }
    const abandoners = Number(row.abandoners);
    const interval = wilsonInterval(abandoners, carting);
    // fewer than one in ten is what any shop has to expect
    if (interval[0] < 0.1) {
      return makeStatement("does_not_hold", {
        claim: `Few leave their cart behind: ${format.percent(abandoners / carting)} of those who put something into one bought nothing.`,
        evidence: noteBuyersWithoutCart(row, format).trim()
      });
    }
    return stateAbandonment(row, {carting, abandoners, interval, format});
  }
};

// without purchases, what became of the carts is not recorded
function lack(carting: number, buyers: number): string {
  if (!carting) return buyers ? "the data has no carts" : "the data has neither carts nor purchases";
  return "the data has no purchases";
}

function stateAbandonment(
  row: Row,
  {
    carting,
    abandoners,
    interval,
    format
  }: {carting: number; abandoners: number; interval: [number, number]; format: NumberFormat}
): Statement {
  const brands = [row.first_brand, row.second_brand, row.third_brand].filter((brand) => brand != null).map(quotedName);
  const left =
    row.value == null
      ? ""
      : ` Products worth ${format.roughMoney(Number(row.value))} lie in carts that nobody came back for`;
  const share =
    left && brands.length ? `, ${format.percent(Number(row.brands_share))} of it of ${listWords(brands)}` : "";
  return makeStatement("holds", {
    claim: `${format.percent(abandoners / carting)} of the people who put something into a cart bought nothing.`,
    evidence: `${format.count(abandoners)} of ${format.count(carting)} people (95% interval: ${format.percent(interval[0])} to ${format.percent(interval[1])}).${left}${share}${left && "."}${noteBuyersWithoutCart(row, format)}${noteShortTime(Number(row.seconds), mayGoOn, format)}`,
    action: `Remind people of what they left in their cart${brands.length ? `, beginning with the brands that ${left ? "are worth most" : "lie in most of them"}` : ""}.`,
    interval,
    ...worthOfReminders(row, format),
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
  });
}

// a share of buyers without any cart event that is more than a slip of the tracking
const worthNoting = 0.05;

function noteBuyersWithoutCart(row: Row, format: NumberFormat): string {
  const [buyers, without] = [Number(row.purchasing_users), Number(row.purchasing_users_without_cart)];
  return without > worthNoting * buyers
    ? ` ${format.count(without)} of ${counted(buyers, "buyer", "buyers", format)} have no cart event, so carts are not recorded for everybody.`
    : "";
}

// a scenario, for where nobody comes back without a reminder, so that the data does not know what one brings
const reminderShare = {value: 0.05, low: 0.02, high: 0.1};

type Worth = Pick<Statement, "worth" | "valueAtStake" | "valueInterval">;

// as many again as come back by themselves, the only rate of return that the data knows
function worthOfReminders(row: Row, format: NumberFormat): Worth {
  const unknown = (worth: string): Worth => ({worth, valueAtStake: null, valueInterval: null});
  if (Number(row.left_users) < Number(row.minimum_trials))
    return unknown("What reminders would win back cannot be told: too few people had a week to come back in.");
  if (row.value == null)
    return unknown("What reminders would win back cannot be told in money: the events name no prices.");
  const value = Number(row.value);
  const times = ({value: share, low, high}: typeof reminderShare): Omit<Worth, "worth"> => ({
    valueAtStake: value * share,
    valueInterval: [value * low, value * high]
  });
  if (!row.return_rate) {
    return {
      worth: `Hardly anybody comes back within a week by themselves; if reminders won back one in twenty of these carts, that would be about ${format.roughMoney(value * reminderShare.value)}; the range is from one in fifty to one in ten.`,
      ...times(reminderShare)
    };
  }
  const rate = Number(row.return_rate);
  return {
    worth: `${format.percent(rate)} of those who leave come back and buy within a week by themselves; if reminders brought as many again, that would be about ${format.roughMoney(value * rate)}.`,
    ...times({value: rate, low: Number(row.return_low), high: Number(row.return_high)})
  };
}
