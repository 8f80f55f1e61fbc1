import {groupBy} from "../group-by.js";
import type {AttributionModelName} from "../attribution-models.js";

/** A row of the table `attribution`. */
export interface Credit {
  channel: string;
  model: AttributionModelName;
  orders: number;
  /** null without prices */
  revenue: number | null;
  /** null where it is not known, as what follows from it */
  cost: number | null;
  cost_per_order: number | null;
  return_on_ad_spend: number | null;
}

/** What of a credit is shown. */
export type CreditMeasure = "orders" | "revenue" | "return_on_ad_spend" | "cost_per_order";

/** What the models credit one channel with. */
export interface CreditRange {
  channel: string;
  /** by the model that is chosen */
  chosen: number;
  low: number;
  high: number;
  /** by each model, in the order of the rows */
  credits: {model: AttributionModelName; value: number}[];
}

/**
 * For each channel what each model credits it with, and between which numbers that lies, the most by the chosen model first (of costs the
 * least). Channels without a number by some model, such as a cost per order without orders, are left out.
 */
export function creditRanges(
  rows: readonly Credit[],
  {measure, model}: {measure: CreditMeasure; model: AttributionModelName}
): CreditRange[] {
  const ranges = [...groupBy(rows, ({channel}) => channel)].flatMap(([channel, credited]) => {
    const credits = credited.flatMap((row) => {
      const value = row[measure];
      return value === null ? [] : [{model: row.model, value}];
    });
    const chosen = credits.find((credit) => credit.model === model)?.value;
    if (chosen === undefined || credits.length < credited.length) return [];
    const values = credits.map(({value}) => value);
    return [{channel, chosen, low: Math.min(...values), high: Math.max(...values), credits}];
  });
  const sign = measure === "cost_per_order" ? -1 : 1;
  return ranges.sort((a, b) => sign * (b.chosen - a.chosen) || (a.channel < b.channel ? -1 : 1));
}
