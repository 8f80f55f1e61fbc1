import {counted, type NumberFormat} from "../number-format.js";
import {quotedName} from "../quoted-name.js";
import {conversionInterval} from "./conversion-interval.js";
import {type Campaign, type Channel, type Earner, isNamed, isPaid} from "./traffic-rows.js";

/** What the answer about traffic rests on. */
export interface TrafficFacts {
  channels: readonly Channel[];
  campaigns: readonly Campaign[];
  /** of the whole report */
  kpis: {sessions: number; orders: number; revenue: number | null; average_order_value: number | null};
}

/** The formats that the answer is written in. */
export type TrafficFormats = NumberFormat & {minimumTrials: number};

/** Which channel or campaign earns its cost: in a sentence, and how sure that is. */
export interface TrafficAnswer {
  claim: string;
  context: string;
}

type Named = Earner & {name: string; kind: "campaign" | "channel"; orders_of_visitors?: number | null};

/**
 * Which channel or campaign loses or earns most for what it costs, in money: first what brought less than it cost, the largest loss; else the
 * best and the worst for their cost; without costs, what brings most. Those of too few visits say nothing.
 */
export function trafficAnswer(facts: TrafficFacts, formats: TrafficFormats): TrafficAnswer {
  const channels = facts.channels.map((row): Named => ({...row, name: row.channel, kind: "channel"}));
  const campaigns = facts.campaigns.map((row): Named => ({...row, name: row.campaign, kind: "campaign"}));
  if (!channels.length && !campaigns.length) {
    return {claim: "These events do not say where visitors come from.", context: ""};
  }
  const known = [campaigns, channels].map((rows) => rows.filter(canBeTold(formats)));
  // campaigns say more than the channels that they are a part of
  const losers = known
    .map((rows) => rows.filter(isLoser).sort((a, b) => lossOf(b) - lossOf(a)))
    .find((rows) => rows[0]);
  if (losers) return answerLoss(losers, facts, formats);
  const earners = [...known].reverse().map((rows) => rows.filter((row) => isPaid(row) && row.revenue !== null));
  const paid = earners.find(({length}) => length);
  if (paid) return answerEarnings(paid, formats);
  return answerWithoutCosts(channels.length ? channels : campaigns, facts, formats);
}

function canBeTold({minimumTrials}: TrafficFormats): (row: Named) => boolean {
  return ({name, sessions}) => isNamed(name) && sessions >= minimumTrials;
}

function isLoser(row: Named): boolean {
  return isPaid(row) && row.revenue !== null && lossOf(row) > 0;
}

function lossOf({cost, revenue}: Named): number {
  return (cost ?? 0) - (revenue ?? 0);
}

function answerLoss(losers: readonly Named[], {kpis}: TrafficFacts, formats: TrafficFormats): TrafficAnswer {
  const {money, percent, count} = formats;
  const worst = losers[0] as Named;
  const [low, high] = conversionInterval(worst, formats.minimumTrials) ?? [0, 1];
  const [cost, revenue] = [sumOf(losers, "cost"), sumOf(losers, "revenue")];
  const together =
    losers.length > 1
      ? ` In all, ${counted(losers.length, worst.kind, `${worst.kind}s`, formats)} brought less than they cost: ${money(revenue)} for ${money(cost)}.`
      : "";
  return {
    claim: worst.revenue
      ? `The ${worst.kind} ${quotedName(worst.name)} cost ${money(worst.cost ?? 0)} and brought orders worth ${money(worst.revenue)}: ${money(lossOf(worst))} less.`
      : `The ${worst.kind} ${quotedName(worst.name)} cost ${money(worst.cost ?? 0)} and brought no order.`,
    context: `${percent(worst.purchasing_sessions / worst.sessions)} of its ${count(worst.sessions)} visits brought an order (95% interval: ${percent(low)} to ${percent(high)}).${laterOrders(worst, kpis, formats)}${together}`
  };
}

// the most that can be said for a campaign: all orders of those who came by it, at what an order brings
function laterOrders(
  {orders, orders_of_visitors: all, cost}: Named,
  {average_order_value: value}: TrafficFacts["kpis"],
  {roughMoney, count}: TrafficFormats
): string {
  if (all == null || all <= orders || value === null) return "";
  const verdict = all * value < (cost ?? 0) ? "still less than it cost" : "which would be more than it cost";
  return ` With what its visitors ordered later, within 30 days, it is ${count(all)} orders: at the average order about ${roughMoney(all * value)}, ${verdict}.`;
}

function answerEarnings(paid: readonly Named[], formats: TrafficFormats): TrafficAnswer {
  const {money, decimal} = formats;
  const ranked = [...paid].sort((a, b) => returnOf(b) - returnOf(a));
  const [best, worst] = [ranked[0] as Named, ranked.at(-1) as Named];
  const words = ({name, revenue, cost}: Named, verb = "") =>
    `${quotedName(name)} ${verb}${money(revenue ?? 0)} for ${verb ? "a cost of " : ""}${money(cost ?? 0)}`;
  const [cost, revenue] = [sumOf(paid, "cost"), sumOf(paid, "revenue")];
  return {
    claim: `${words(best, "brings ")}${best === worst ? "" : `; ${words(worst)}`}.`,
    context: `${best === worst ? `That is ${decimal(returnOf(best))} times the cost.` : `That is ${decimal(returnOf(best))} times the cost against ${decimal(returnOf(worst))} times, the most and the least of ${counted(paid.length, `${best.kind} that costs`, `${best.kind}s that cost`, formats)} something. All of them cost ${money(cost)} and brought ${money(revenue)}.`}`
  };
}

function returnOf({revenue, cost}: Named): number {
  return (revenue ?? 0) / (cost ?? NaN);
}

function answerWithoutCosts(rows: readonly Named[], {kpis}: TrafficFacts, formats: TrafficFormats): TrafficAnswer {
  const {money, percent, count, minimumTrials} = formats;
  const named = rows.filter(({name}) => isNamed(name));
  const kind = rows[0]?.kind ?? "channel";
  const most = (value: (row: Named) => number) =>
    named.reduce<Named | undefined>((a, b) => (!a || value(b) > value(a) ? b : a), undefined);
  const largest = most(({sessions}) => sessions);
  if (!largest && rows.some(({sessions}) => sessions >= minimumTrials)) {
    return {claim: `Of all visits the ${kind} is not known, or too rare to be told.`, context: ""};
  }
  if (!largest || largest.sessions < minimumTrials) {
    return {claim: `Too few visits to tell which ${kind} brings most.`, context: ""};
  }
  const unpaid = "Whether that is worth its cost cannot be told: no costs are known.";
  const earner = most(({revenue}) => revenue ?? 0);
  if (earner?.revenue) {
    const share = kpis.revenue ? `, ${percent(earner.revenue / kpis.revenue)} of the revenue` : "";
    return {claim: `${quotedName(earner.name)} brings the most: ${money(earner.revenue)}${share}.`, context: unpaid};
  }
  const seller = most(({orders}) => orders);
  return seller?.orders
    ? {
        claim: `${quotedName(seller.name)} brings the most orders: ${count(seller.orders)} of ${count(kpis.orders)}.`,
        context: unpaid
      }
    : {
        claim: `Most visits come ${kind === "channel" ? "from" : "by"} ${quotedName(largest.name)}: ${count(largest.sessions)} of ${count(kpis.sessions)}.`,
        context: "Nobody who came has ordered yet."
      };
}

function sumOf(rows: readonly Named[], key: "cost" | "revenue"): number {
  return rows.reduce((sum, row) => sum + (row[key] ?? 0), 0);
}
