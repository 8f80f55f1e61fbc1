import {counted, type NumberFormat} from "../../../src/shared/number-format.ts";
import {placeInWords} from "../../place-in-words.ts";
import {explainDays} from "./explain-days.ts";

/** What an episode's sentence is made of; shares of rates are fractions. */
export interface EpisodeFacts {
  metric: string;
  dimension: string;
  value: string | null;
  /** as 2020-09-24, the last one inclusive */
  startedOn: string;
  endedOn: string;
  shape: string;
  expected: number;
  observed: number;
  /** of how many, for rates */
  trials: number | null;
  /** whether too few people stand behind the observed number to tell it */
  isHidden: boolean;
  /** the stages that a step of the funnel leads from and to; null for other metrics */
  step: readonly [from: string, to: string] | null;
  /** how many users look like machines; null where they are too few to tell, or it is not about them */
  users: number | null;
}

const nouns: Record<string, {one: string; many: string}> = {
  sessions: {one: "visit", many: "visits"},
  users: {one: "visitor", many: "visitors"},
  views: {one: "page view", many: "page views"},
  orders: {one: "order", many: "orders"}
};

const shares: Record<string, string> = {
  session_conversion: "of visits brought an order",
  duplicate_share: "of the events read were copies of others",
  rejected_share: "of the rows read had to be rejected",
  missing_brand_share: "of the events about a product named no brand",
  missing_category_share: "of the events about a product named no category",
  bot_like_share: "of the events came from visits that look like a machine’s"
};

/** An episode in one plain sentence, with its days and numbers; values from the data stand in quotes, as plain text. */
export function explainEpisode(facts: EpisodeFacts, format: NumberFormat): string {
  const {metric, startedOn, endedOn, shape, observed, trials} = facts;
  const days = explainDays(startedOn, endedOn, shape === "shift");
  if (metric === "days_without_events") return `${days} there were no events at all.`;
  if (metric === "purchases_above_views") {
    const purchases = Math.round(observed * (trials ?? 0));
    const views = (trials ?? 0) - purchases;
    return `${days} there were days with more purchases than page views: ${counted(purchases, "purchase", "purchases", format)} against ${counted(views, "page view", "page views", format)} on those days.`;
  }
  if (trials !== null) return `${days} ${explainShare(facts, format)}.`;
  if (metric === "revenue")
    return `${days} revenue${place(facts)} was ${explainAmount(facts, {fewer: "less", format})}.`;
  const {one, many} = nouns[metric] ?? {one: metric, many: metric};
  const isOne = observed === 1 && !facts.isHidden;
  const noun = ` ${isOne ? one : many}${place(facts)}`;
  return `${days} there ${isOne ? "was" : "were"} ${explainAmount(facts, {fewer: "fewer", noun, format})}.`;
}

function explainShare(
  {metric, trials, observed, expected, isHidden, users, step, ...where}: EpisodeFacts,
  {percent, count}: NumberFormat
): string {
  const [before, after] = (step ?? ["", ""]).map((stage) => stage.replaceAll("_", " "));
  const what = shares[metric] ?? `of visits with the stage ${before} went on to the stage ${after}`;
  const seen = isHidden ? "another share" : percent(observed);
  const usual = `${expected < 0.0005 ? "hardly any" : percent(expected)} ${isHidden ? "was" : "were"} to be expected`;
  const machines = metric === "bot_like_share" ? `, of ${users === null ? "very few" : count(users)} visitors` : "";
  const all = metric in shares && metric !== "session_conversion" ? "" : ` (of ${count(trials ?? 0)} visits)`;
  return `${seen} ${what}${place(where)}${machines}, where ${usual}${all}`;
}

// money where no noun says what is counted
function explainAmount(
  {observed, expected, isHidden}: EpisodeFacts,
  {fewer, noun, format}: {fewer: string; noun?: string; format: NumberFormat}
): string {
  const number = (value: number): string =>
    noun === undefined ? format.roughMoney(value) : (value < 10 ? format.decimal : format.count)(value);
  const what = noun ?? "";
  if (isHidden) return `only a few${what}, where ${number(expected)} were to be expected`;
  if (observed === 0)
    return `${noun ? "no" : number(0)}${what}, where ${number(expected)} ${noun ? "were" : "was"} to be expected`;
  const ratio = observed / expected;
  const usual = `the ${number(expected)} to be expected`;
  if (ratio >= 3) return `${number(observed)}${what}, ${format.decimal(ratio)} times ${usual}`;
  return `${number(observed)}${what}, ${format.percent(Math.abs(ratio - 1))} ${ratio < 1 ? fewer : "more"} than ${usual}`;
}

function place({dimension, value}: Pick<EpisodeFacts, "dimension" | "value">): string {
  return value === null ? "" : ` ${placeInWords(dimension, value)}`;
}
