import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import {quotedName} from "../../shared/quoted-name.js";
import {sortEarners} from "../../shared/traffic/sort-earners.js";
import {type Campaign, type Channel, type Earner, isNamed, isPaid} from "../../shared/traffic/traffic-rows.js";
import type {ReportFormats} from "../report-formats.js";
import type {EarnerTotals} from "./earner-columns.js";

/** A finding about traffic. */
export interface TrafficFinding {
  finding: string;
  holds: boolean;
  claim: string;
  action: string;
}

/** What the meaning is read from. */
export interface TrafficEvidence {
  channels: readonly Channel[];
  campaigns: readonly Campaign[];
  /** those about traffic */
  findings: readonly TrafficFinding[];
  /** channels that orders are credited to */
  credits: readonly {channel: string}[];
}

/** What the numbers of channels and campaigns mean, what to do, and what Unknown and Other are. */
export function trafficMeaning(
  evidence: TrafficEvidence,
  {totals, smallestGroup, formats}: {totals: EarnerTotals; smallestGroup: number; formats: ReportFormats}
): HTMLElement {
  const {channels, campaigns, findings} = evidence;
  const paragraphs = [
    channels.length ? comparedText(channels) : unknownText(totals, formats),
    unvisitedText(campaigns, formats),
    ...findings.filter(({holds}) => holds).map(({claim}) => html`<p>${claim}</p>`),
    [...channels, ...campaigns].some(isPaid)
      ? html`<p>
          Revenue is not profit: of what an order brings, the goods have to be paid too. A campaign that brings twice
          its cost may still lose money, and one that brings new customers may be worth more than their first order.
        </p>`
      : "",
    html`<p><b>What to do:</b> ${actionOf(evidence)}</p>`,
    restText(evidence, {totals, smallestGroup, formats})
  ];
  return html`<div>${paragraphs}</div>`;
}

function comparedText(channels: readonly Channel[]): HTMLElement {
  const names = (verdict: string): string =>
    listNames(sortEarners(channels, "conversion").filter((row) => row.verdict === verdict && isNamed(row.channel)));
  const [higher, lower] = [names("higher"), names("lower")];
  if (!higher && !lower) {
    return html`<p>
      Of no channel can it be told from chance that its visits bring orders more or less often than those of the others.
    </p>`;
  }
  return html`<p>
    ${higher ? `Visits from ${higher} bring orders more often than those of the other channels together. ` : ""}
    ${lower ? `Visits from ${lower} bring them less often. ` : ""}Chance alone would not do that (5%, corrected for all
    comparisons of channels and campaigns). For the others, the difference may be chance.
  </p>`;
}

function unknownText({sessions, orders}: EarnerTotals, formats: ReportFormats): HTMLElement {
  const ordered = orders
    ? `, with ${orders === 1 ? "its" : "their"} ${counted(orders, "order", "orders", formats)},`
    : "";
  return html`<p>
    Where ${counted(sessions, "visit", "visits", formats)}${ordered} came from is not known, so nothing can be said for
    or against a channel.
  </p>`;
}

function unvisitedText(campaigns: readonly Campaign[], formats: ReportFormats): HTMLElement | "" {
  const unvisited = campaigns.filter((row) => isPaid(row) && row.sessions === 0);
  if (!unvisited.length) return "";
  const cost = unvisited.reduce((sum, row) => sum + (row.cost ?? 0), 0);
  return html`<p>
    ${formats.money(cost)} went into ${counted(unvisited.length, "campaign", "campaigns", formats)} by which no visit is
    recorded: ${listNames(unvisited.map(({campaign}) => ({channel: campaign})))}. Either nobody came, or the events name
    ${unvisited.length === 1 ? "it" : "them"} otherwise than the costs do.
  </p>`;
}

function actionOf({channels, campaigns, findings}: TrafficEvidence): unknown {
  const more = html`<a href="./recommendations">All recommendations, in order</a>.`;
  const actions = findings.filter(({holds, action}) => holds && action).map(({action}) => action);
  if (actions.length) return html`${actions.join(" ")} ${more}`;
  const rows = campaigns.some(isPaid) ? campaigns.map(named("campaign")) : channels.map(named("channel"));
  const ranked = sortEarners(
    rows.filter((row) => isNamed(row.name) && row.return_on_ad_spend !== null && row.verdict !== "too_few_to_tell"),
    "return"
  );
  const [best, worst] = [ranked[0], ranked.at(-1)];
  return best && worst && best !== worst
    ? html`Move a fifth of the budget of ${quotedName(worst.name)} to ${quotedName(best.name)} for two weeks, and
      compare the orders of all channels together with the weeks before. ${more}`
    : html`Send what visits come by along with every link (its source and campaign) and what it costs with every day, so
      that money can go where it comes back. ${more}`;
}

function named<K extends "campaign" | "channel">(
  key: K
): <T extends Earner & Record<K, string>>(row: T) => T & {name: string} {
  return (row) => ({...row, name: row[key]});
}

function restText(
  {channels, credits}: TrafficEvidence,
  {totals, smallestGroup, formats}: {totals: EarnerTotals; smallestGroup: number; formats: ReportFormats}
): HTMLElement | "" {
  const [unknown, other] = ["Unknown", "Other"].map((name) => channels.find(({channel}) => channel === name));
  const isCredited = credits.some(({channel}) => channel === "Unknown");
  const sentences = [
    unknown &&
      `“Unknown” are ${counted(unknown.sessions, "visit", "visits", formats)} (${formats.percent(unknown.sessions / totals.sessions)}) whose events name no source.`,
    isCredited && "Where orders are shared out, “Unknown” also has the orders that belong to no visit.",
    other && `“Other” are channels that fewer than ${formats.count(smallestGroup)} people each came by.`
  ].filter(Boolean);
  return sentences.length ? html`<p class="remark">${sentences.join(" ")}</p>` : "";
}

function listNames(rows: readonly {channel: string}[]): string {
  const names = rows.map(({channel}) => quotedName(channel));
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter(Boolean).join(" and ");
}
