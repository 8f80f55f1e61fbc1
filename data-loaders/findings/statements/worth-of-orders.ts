import {type Estimate, productInterval} from "../../statistics/product-interval.ts";
import type {Row} from "../../warehouse.ts";
import type {Statement} from "../finding.ts";

/**
 * What orders would have brought in, at the average order value of a row of marts.kpis: nothing is known without revenue, or where too few
 * people bought to tell how much orders differ.
 */
export function worthOfOrders(orders: Estimate, row: Row): Pick<Statement, "valueAtStake" | "valueInterval"> {
  if (row.average_order_value_low == null) return {valueAtStake: null, valueInterval: null};
  const [value, low, high] = [row.average_order_value, row.average_order_value_low, row.average_order_value_high].map(
    Number
  ) as [number, number, number];
  return {valueAtStake: orders.value * value, valueInterval: productInterval([orders, {value, low, high}])};
}

/** Why there is no worth of orders, as a sentence. */
export const noOrderValue =
  "What it would be worth cannot be told: the events name no prices, or too few people bought.";
