import {readFileSync} from "node:fs";
import {join} from "node:path";
import {counted, type NumberFormat} from "../../src/shared/number-format.ts";
import {stageWords} from "../../src/shared/stage-words.ts";
import {wilsonInterval} from "../../src/shared/wilson-interval.ts";
import type {Row} from "../warehouse.ts";
import type {Finding, Statement} from "./finding.ts";

/** Where most people are lost on the way to the purchase, and what winning back one in a hundred of them would be worth. */
export const largestDropOff: Finding = {
  name: "largest-drop-off",
  query: readFileSync(join(import.meta.dirname, "largest-drop-off.sql"), "utf8"),
  state: (row, format) => (row ? stateStep(row, format) : nothingToSay)
};

const nothingToSay: Statement = {
  holds: false,
  claim: "The data has no two stages of a funnel, so it cannot say where shoppers are lost.",
  worth: "",
  evidence: "Fewer than two of the configured stages occur in the events.",
  action: "Check which event types the data has, and map them to stages in report.config.ts.",
  interval: null,
  valueAtStake: null
};

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
    return {
      holds: false,
      claim,
      worth: "",
      evidence: `${evidence}.`,
      action: waitForMore,
      interval: null,
      valueAtStake: null
    };
  }
  const interval = wilsonInterval(lost, trials);
  const [low, high] = interval;
  const valueAtStake = row.revenue_per_user == null ? null : lost * winBackShare * Number(row.revenue_per_user);
  return {
    holds: true,
    claim: `${lossInWords(lost / trials, format)} people who ${before.did} left without ${after.missed}.`,
    worth: valueAtStake
      ? `If one in a hundred of them went on and then bought as the others do, it would bring about ${format.roughMoney(valueAtStake)}.`
      : "",
    evidence: `${evidence}: ${format.percent(lost / trials)} (95% interval: ${format.percent(low)} to ${format.percent(high)}).${leftOut(row)}`,
    action,
    interval,
    valueAtStake
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
