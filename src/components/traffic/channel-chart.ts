import {html} from "npm:htl";
import {pageAddress} from "../../shared/selection/page-address.js";
import {type EarnerOrder, earnerOrders, sortEarners} from "../../shared/traffic/sort-earners.js";
import {type Channel, isPaid} from "../../shared/traffic/traffic-rows.js";
import {choiceControl} from "../controls/choice-control.js";
import {followAddress} from "../controls/follow-address.js";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import {barColumns, unvisited} from "./bar-columns.js";
import {conversionTitle} from "./conversion-title.js";
import {
  conversionColumn,
  costPerOrderColumn,
  earnerNumbers,
  type EarnerTotals,
  returnColumn,
  revenueColumn,
  visitsColumn
} from "./earner-columns.js";

/** What channels are drawn with. */
export interface ChannelChartOptions {
  /** of all visits */
  totals: EarnerTotals;
  formats: ReportFormats;
}

/**
 * Channels with their visits, conversion against the others, revenue, cost per order and revenue for the cost, in an order to choose, which
 * lives in the address. Each leads to its visits on the page Drop-off. What costs are needed for is left out without any.
 */
export function channelChart(channels: readonly Channel[], {totals, formats}: ChannelChartOptions): HTMLElement {
  const hasCosts = channels.some(isPaid);
  const bars = html`<div class="channel-bars"></div>`;
  const columns = [
    visitsColumn(channels, totals, formats),
    conversionColumn(channels, totals, formats),
    revenueColumn(channels, totals, formats),
    ...(hasCosts ? [costPerOrderColumn(channels, formats), returnColumn(channels, formats)] : [])
  ];
  const orders: EarnerOrder[] = ["visits", "conversion", "revenue", ...(hasCosts ? paidOrders : [])];
  const control = choiceControl(
    "Channels by",
    orders.map((order) => [order, earnerOrders[order]]),
    (channel_order) => choose({channel_order})
  );
  const choose = followAddress<{channel_order: EarnerOrder}>({channel_order: orders}, ({channel_order}) => {
    control.show(channel_order);
    bars.replaceChildren(
      barColumns(sortEarners(channels, channel_order), {
        heading: "Channel",
        name: ({channel}) => channel,
        note: ({sessions}) => (sessions ? "" : unvisited()),
        address: ({channel, sessions}) => (sessions ? pageAddress("drop-off", {source: [channel]}) : null),
        columns
      })
    );
  });
  const chart = html`<div>
    ${channels.length > 1 ? html`<div class="controls">${control.element}</div>` : ""}${bars}
  </div>`;
  return chartFigure(chart, {
    title: conversionTitle(channels, {kind: "channel", name: ({channel}) => channel, formats}),
    subtitle: `By the channel that visits began with, as orders are. A dot is the share of visits with an order, its line the 95% interval; the thin upright line is that of all visits.${hasCosts ? " Revenue ÷ cost: every doubling is as wide, and the upright line is where revenue is as much as the cost." : ""}`,
    note: "A channel leads to its visits on the page Drop-off.",
    name: "channels",
    rows: channels,
    columns: [{label: "Channel", text: ({channel}) => channel}, ...earnerNumbers<Channel>(formats)]
  });
}

const paidOrders: readonly EarnerOrder[] = ["cost_per_order", "return"];
