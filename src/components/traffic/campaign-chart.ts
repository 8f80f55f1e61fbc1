import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import {quotedName} from "../../shared/quoted-name.js";
import {type EarnerOrder, sortEarners} from "../../shared/traffic/sort-earners.js";
import {type Campaign, isNamed, isPaid} from "../../shared/traffic/traffic-rows.js";
import type {ReportFormats} from "../report-formats.js";
import {type BarColumn, unvisited} from "./bar-columns.js";
import {barTrack} from "./bar-tracks.js";
import type {ChannelChartOptions} from "./channel-chart.js";
import {conversionTitle} from "./conversion-title.js";
import {
  conversionColumn,
  costColumn,
  earnerNumbers,
  returnColumn,
  revenueColumn,
  visitsColumn
} from "./earner-columns.js";
import {earnerFigure} from "./earner-figure.js";

/**
 * Campaigns with the clicks on their ads, visits, conversion, revenue, cost and revenue for the cost. One that cost and brought no visit says so.
 */
export function campaignChart(campaigns: readonly Campaign[], {totals, formats}: ChannelChartOptions): HTMLElement {
  return earnerFigure(campaigns, {
    totals,
    formats,
    dimension: "campaign",
    heading: "Campaign",
    name: ({campaign}) => campaign,
    note: noteOf,
    orders: [...(campaigns.some(isPaid) ? paidOrders : []), "visits", "conversion", "revenue"],
    columns: (rows, shown) => [
      ...(rows.some(hasAds) ? [clicksColumn(rows, formats)] : []),
      visitsColumn(rows, shown, formats),
      conversionColumn(rows, shown, formats),
      revenueColumn(rows, shown, formats),
      ...(rows.some(isPaid) ? [costColumn(rows, formats), returnColumn(rows, formats)] : [])
    ],
    frame: (rows) => ({
      title: titleOf(rows, formats),
      subtitle: `By campaign, with the channel that most of its visits come from.${rows.some(isPaid) ? " Revenue ÷ cost: every doubling is as wide; left of the upright line, where it is 1, a campaign costs more than its visits’ orders bring." : ""}`,
      note: "A campaign leads to its visits on the page Drop-off.",
      name: "campaigns-and-costs",
      rows,
      columns: [
        {label: "Campaign", text: ({campaign}) => campaign},
        {label: "Channel", text: ({source}) => source ?? "–"},
        ...(rows.some(hasAds) ? adNumbers(formats) : []),
        ...earnerNumbers<Campaign>(formats),
        {
          label: "Orders of its visitors within 30 days",
          text: (row) => formats.count(row.orders_of_visitors ?? NaN),
          isNumber: true
        }
      ]
    })
  });
}

const paidOrders: readonly EarnerOrder[] = ["return", "cost"];

function hasAds({impressions, clicks}: Campaign): boolean {
  return impressions !== null || clicks !== null;
}

function noteOf(row: Campaign): unknown {
  const source = row.source === null || !isNamed(row.campaign) ? "" : html`<bdi>${row.source}</bdi>`;
  return row.sessions === 0 ? html`<span>${source} ${unvisited()}</span>` : source;
}

function clicksColumn(rows: readonly Campaign[], {count, percent}: ReportFormats): BarColumn<Campaign> {
  const most = Math.max(...rows.map((row) => row.click_through_rate ?? 0));
  return {
    label: "Ads clicked",
    text: ({clicks, click_through_rate: rate}) =>
      rate === null ? (clicks === null ? "not known" : count(clicks)) : percent(rate),
    detail: ({impressions, clicks}) =>
      impressions === null || clicks === null ? "" : `${count(clicks)} of ${count(impressions)}`,
    track: ({click_through_rate: rate}) => (rate === null ? null : barTrack(rate, {most}))
  };
}

function adNumbers({count, percent}: ReportFormats) {
  return [
    {label: "Impressions", text: ({impressions}: Campaign) => count(impressions ?? NaN), isNumber: true},
    {label: "Clicks", text: ({clicks}: Campaign) => count(clicks ?? NaN), isNumber: true},
    {label: "Clicks ÷ impressions", text: (row: Campaign) => percent(row.click_through_rate ?? NaN), isNumber: true}
  ];
}

function titleOf(campaigns: readonly Campaign[], formats: ReportFormats): string {
  const {count, decimal} = formats;
  const returns = sortEarners(
    campaigns.filter(({campaign, return_on_ad_spend}) => isNamed(campaign) && return_on_ad_spend !== null),
    "return"
  );
  const below = returns.filter(({return_on_ad_spend}) => (return_on_ad_spend ?? 1) < 1);
  const best = returns[0];
  if (best) {
    const earns = `${quotedName(best.campaign)} brings ${decimal(best.return_on_ad_spend ?? 0)} times what it costs`;
    return below.length
      ? `${count(below.length)} of ${counted(returns.length, "campaign", "campaigns", formats)} cost more than they bring${below.includes(best) ? "" : `; ${earns}`}`
      : earns;
  }
  return conversionTitle(campaigns, {kind: "campaign", name: ({campaign}) => campaign, formats});
}
