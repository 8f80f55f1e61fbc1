import {type Estimate, productInterval} from "../statistics/product-interval.ts";
import type {Row} from "../warehouse.ts";
import type {Statement} from "./finding.ts";

/**
 * What orders would have brought in, at the average order value of a row of marts.kpis: nothing is known without revenue, no interval where
 * too few people bought.
 */
export function worthOfOrders(orders: Estimate, row: Row): Pick<Statement, "valueAtStake" | "valueInterval"> {
  if (row.average_order_value == null) return {valueAtStake: null, valueInterval: null};
  const value = Number(row.average_order_value);
  const [low, high] = [row.average_order_value_low, row.average_order_value_high];
  return {
    valueAtStake: orders.value * value,
    valueInterval: low == null ? null : productInterval([orders, {value, low: Number(low), high: Number(high)}])
  };
}
