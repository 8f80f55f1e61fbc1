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

const counted: Record<string, string> = {
  sessions: "visits",
  users: "visitors",
  views: "page views",
  orders: "orders"
};

const shares: Record<string, string> = {
  session_conversion: "of visits brought an order",
  duplicate_share: "of the events read were copies of others",
  rejected_share: "of the rows read had to be rejected",
  missing_brand_share: "of the events about a product named no brand",
  missing_category_share: "of the events about a product named no category",
  bot_like_share: "of the events came from visits that look like a machine's"
};

/** An episode in one plain sentence, with its days and numbers; values from the data stand in quotes, as plain text. */
export function explainEpisode(facts: EpisodeFacts): string {
  const {metric, startedOn, endedOn, shape, observed, trials} = facts;
  const days = explainDays(startedOn, endedOn, shape === "shift");
  if (metric === "days_without_events") return `${days} there were no events at all.`;
  if (metric === "purchases_above_views") {
    const purchases = Math.round(observed * (trials ?? 0));
    return `${days} there were days with more purchases than page views: ${number(purchases)} purchases against ${number((trials ?? 0) - purchases)} page views on those days.`;
  }
  if (trials !== null) return `${days} ${explainShare(facts)}.`;
  if (metric === "revenue") return `${days} revenue${place(facts)} was ${amount(facts, "less", "more")}.`;
  return `${days} there were ${amount(facts, "fewer", "more", ` ${counted[metric] ?? metric}${place(facts)}`)}.`;
}

function explainShare({metric, trials, observed, expected, isHidden, users, step, ...where}: EpisodeFacts): string {
  const [before, after] = (step ?? ["", ""]).map((stage) => stage.replaceAll("_", " "));
  const what = shares[metric] ?? `of visits with the stage ${before} went on to the stage ${after}`;
  const seen = isHidden ? "another share" : percent(observed);
  const usual = `${expected < 0.0005 ? "hardly any" : percent(expected)} ${isHidden ? "was" : "were"} to be expected`;
  const machines = metric === "bot_like_share" ? `, of ${users === null ? "very few" : number(users)} visitors` : "";
  const all = metric in shares && metric !== "session_conversion" ? "" : ` (of ${number(trials ?? 0)} visits)`;
  return `${seen} ${what}${place(where)}${machines}, where ${usual}${all}`;
}

function amount({observed, expected, isHidden}: EpisodeFacts, fewer: string, more: string, noun = ""): string {
  const usual = `${number(expected)} to be expected`;
  if (isHidden) return `only a few${noun}, where ${number(expected)} were to be expected`;
  if (observed === 0) return `${noun ? "no" : "0"}${noun}, where ${number(expected)} were to be expected`;
  const ratio = observed / expected;
  if (ratio >= 3) return `${number(observed)}${noun}, ${number(ratio)} times the ${usual}`;
  return `${number(observed)}${noun}, ${percent(Math.abs(ratio - 1))} ${ratio < 1 ? fewer : more} than the ${usual}`;
}

const places: Record<string, string> = {source: "from the source", device: "on the device", browser: "in the browser"};

function place({dimension, value}: Pick<EpisodeFacts, "dimension" | "value">): string {
  return value === null ? "" : ` ${places[dimension] ?? dimension} “${value.replace(/\s+/g, " ").trim()}”`;
}

function number(value: number): string {
  return value.toLocaleString("en", {maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0});
}

function percent(share: number): string {
  return `${(100 * share).toLocaleString("en", {maximumFractionDigits: share < 0.1 ? 1 : 0})} %`;
}
