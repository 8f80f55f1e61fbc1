import type {Earner} from "./traffic-rows.js";

/** What channels and campaigns can be sorted by, as the address names it. */
export type EarnerOrder = "visits" | "conversion" | "revenue" | "cost" | "cost_per_order" | "return";

/** How readers choose the order. */
export const earnerOrders: Record<EarnerOrder, string> = {
  visits: "most visits",
  conversion: "most visits with an order",
  revenue: "most revenue",
  cost: "highest cost",
  cost_per_order: "lowest cost per order",
  return: "most revenue for the cost"
};

const values: Record<EarnerOrder, (row: Earner) => number | null> = {
  visits: ({sessions}) => sessions,
  // a rate of too few visits is of no meaning
  conversion: ({conversion_rate, verdict}) => (verdict === "too_few_to_tell" ? null : conversion_rate),
  revenue: ({revenue}) => revenue,
  cost: ({cost}) => cost,
  cost_per_order: ({cost_per_order}) => (cost_per_order === null ? null : -cost_per_order),
  return: ({return_on_ad_spend}) => return_on_ad_spend
};

/** Channels or campaigns in an order, those without a value last, and those alike as they were. */
export function sortEarners<T extends Earner>(rows: readonly T[], order: EarnerOrder): T[] {
  const value = (row: T): number => values[order](row) ?? -Infinity;
  // infinity less infinity would be no number
  return [...rows].sort((a, b) => (value(a) === value(b) ? 0 : value(b) - value(a)));
}
