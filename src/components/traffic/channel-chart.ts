import type {EarnerOrder} from "../../shared/traffic/sort-earners.js";
import {type Channel, isPaid} from "../../shared/traffic/traffic-rows.js";
import type {ReportFormats} from "../report-formats.js";
import {unvisited} from "./bar-columns.js";
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
import {earnerFigure} from "./earner-figure.js";

/** What channels are drawn with. */
export interface ChannelChartOptions {
  /** of all visits */
  totals: EarnerTotals;
  formats: ReportFormats;
}

/**
 * Channels with their visits, conversion against the others, revenue, cost per order and revenue for the cost. What costs are needed for is left
 * out without any.
 */
export function channelChart(channels: readonly Channel[], {totals, formats}: ChannelChartOptions): HTMLElement {
  const name = ({channel}: Channel): string => channel;
  return earnerFigure(channels, {
    totals,
    formats,
    dimension: "source",
    heading: "Channel",
    name,
    note: ({sessions}) => (sessions ? "" : unvisited()),
    orders: ["visits", "conversion", "revenue", ...(channels.some(isPaid) ? paidOrders : [])],
    columns: (rows, shown) => [
      visitsColumn(rows, shown, formats),
      conversionColumn(rows, shown, formats),
      revenueColumn(rows, shown, formats),
      ...(rows.some(isPaid) ? [costPerOrderColumn(rows, formats), returnColumn(rows, formats)] : [])
    ],
    frame: (rows) => ({
      title: conversionTitle(rows, {kind: "channel", name, formats}),
      subtitle: `By the channel that visits began with, as orders are. A dot is the share of visits with an order, its line the 95% interval; the thin upright line is that of all visits.${rows.some(isPaid) ? " Revenue ÷ cost: every doubling is as wide, and the upright line is where revenue is as much as the cost." : ""}`,
      note: "A channel leads to its visits on the page Drop-off.",
      name: "channels",
      rows,
      columns: [{label: "Channel", text: name}, ...earnerNumbers<Channel>(formats)]
    })
  });
}

const paidOrders: readonly EarnerOrder[] = ["cost_per_order", "return"];
