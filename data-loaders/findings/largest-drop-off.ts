import {counted, type NumberFormat} from "../../src/shared/number-format.ts";
import {stageWords} from "../../src/shared/stage-words.ts";
import {wilsonInterval} from "../../src/shared/wilson-interval.ts";
import {productInterval} from "../statistics/product-interval.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Statement} from "./finding.ts";
import {readFindingQuery} from "./read-finding-query.ts";
import {makeStatement} from "./statements/make-statement.ts";
import {mayGoOn, noteShortTime} from "./statements/note-short-time.ts";

/** Where most people are lost on the way to the purchase, and what winning back one in a hundred of them would be worth. */
export const largestDropOff: Finding = {
  name: "largest-drop-off",
  query: readFindingQuery("largest-drop-off"),
  evidence: {
    query:
      "select stage, users, conversion_from_previous, conversion_low, conversion_high from funnel_users order by position",
    chart: {mark: "bar", x: "users", y: "stage"}
  },
  state: (row, format) => (row ? stateStep(row, format) : nothingToSay)
};

const nothingToSay = makeStatement("not_in_data", {
  claim: "The data has no two stages of a funnel, so it cannot say where shoppers are lost.",
  evidence: "Fewer than two of the configured stages occur in the events.",
  action: "Check which event types the data has, and map them to stages in report.config.ts."
});

// a scenario, not a forecast: that one in a hundred of those lost goes on and then behaves as those who went on
const winBackShare = 0.01;

const waitForMore = "Come back when more people have visited, or report on a longer time.";

const actions: Record<string, string> = {
  view: "Make the first screen lead to products: search, categories and what most people buy.",
  cart: "Start with the products that many people view and nobody buys: check price, delivery cost, stock and pictures.",
  checkout: "Show the full price with delivery in the cart, and remind people of carts that they left behind.",
  purchase: "Go through the way to the purchase on each device and browser, and remove every step that is not needed."
};

function stateStep(row: Row, format: NumberFormat): Statement {
  const trials = Number(row.previous_users);
  const lost = trials - Number(row.users);
  const before = stageWords(String(row.previous_stage));
  const after = stageWords(String(row.stage));
  const action = actions[String(row.stage)] ?? "Compare those who go on with those who leave: device, source, product.";
  const evidence = `${format.count(lost)} of ${format.count(trials)} users who ${before.did} did not go on`;
  if (trials < Number(row.minimum_trials)) {
    const claim = `Too few to tell: only ${counted(trials, "person", "people", format)} ${before.did}.`;
    return makeStatement("too_few_to_tell", {claim, evidence: `${evidence}.`, action: waitForMore});
  }
  if (lost === 0) {
    return makeStatement("does_not_hold", {
      claim: `Nobody is lost on the way: all ${format.count(trials)} people who ${before.did} went on.`
    });
  }
  const interval = wilsonInterval(lost, trials);
  const [low, high] = interval;
  const worth = worthOfWinningBack(row, {lost, trials, interval});
  return makeStatement("holds", {
    claim: `${lossInWords(lost / trials, format)} people who ${before.did} left without ${after.missed}.`,
    worth:
      worth.valueAtStake === null
        ? "What it would be worth to win some of them back cannot be told: the events name no prices, or too few people bought."
        : `If one in a hundred of them went on and then bought as the others do, it would bring about ${format.roughMoney(worth.valueAtStake)}.`,
    evidence: `${evidence}: ${format.percent(lost / trials)} (95% interval: ${format.percent(low)} to ${format.percent(high)}).${leftOut(row)}${noteShortTime(Number(row.seconds), mayGoOn, format)}`,
    action,
    interval,
    ...worth,
    recommendation: {
      title: `Win back people before the stage “${after.label.toLowerCase()}”`,
      steps: [
        action,
        "Compare devices, browsers and sources at this step (page Funnel) and begin with the one that loses most.",
        "Change one thing at a time for half of the visitors, and keep what brings more of them on."
      ],
      effort: "weeks",
      measure: `The share of people who ${before.did} and go on, month by month, with its interval.`
    }
  });
}

// nothing where too few people bought to tell how much buyers differ; what is uncertain is how many are lost, how many of those who go on
// buy, and what a buyer brings in
function worthOfWinningBack(
  row: Row,
  {lost, trials, interval: [low, high]}: {lost: number; trials: number; interval: [number, number]}
): Pick<Statement, "valueAtStake" | "valueInterval"> {
  const [users, buyers] = [Number(row.users), Number(row.purchasing_users)];
  if (row.revenue_per_buyer_low == null || !users) return {valueAtStake: null, valueInterval: null};
  const [buyersLow, buyersHigh] = buyers < users ? wilsonInterval(buyers, users) : [buyers / users, buyers / users];
  return {
    valueAtStake: lost * winBackShare * Number(row.revenue_per_user),
    valueInterval: productInterval([
      {value: winBackShare * lost, low: winBackShare * low * trials, high: winBackShare * high * trials},
      {value: buyers / users, low: buyersLow, high: buyersHigh},
      {
        value: Number(row.revenue_per_buyer),
        low: Number(row.revenue_per_buyer_low),
        high: Number(row.revenue_per_buyer_high)
      }
    ])
  };
}

function leftOut({unreliable_stage: stage}: Row): string {
  if (stage == null) return "";
  return ` The stage “${stageWords(String(stage)).label.toLowerCase()}” is left out here: fewer people have it than a later one, so it is not recorded for everybody.`;
}

function lossInWords(share: number, format: NumberFormat): string {
  const inHundred = Math.round(share * 100);
  return inHundred > 0 && inHundred < 100 ? `${inHundred} of 100` : `${format.percent(share)} of`;
}
