import {twoSidedPValue} from "../normal-distribution.ts";
import type {DriverWeight} from "./weigh-rate-driver.ts";

/** An amount in two periods, both as long. */
export interface TwoAmounts {
  before: number;
  after: number;
}

/**
 * How far the change of an amount that adds up (sessions, orders, revenue) looks like the work of one group against the rest of `all`:
 * the squared z statistic of its share of the amount having changed, where the group changed in the same direction and more than
 * the others, weighed as by weighRateDriver. `unit` is how much of the amount counts as one independent thing: 1 for
 * sessions or orders; where things have amounts of different size, twice the mean amount, as for exponentially distributed ones.
 * Score 0 and p-value 1 where the group is all there is, or nothing.
 */
export function weighAmountDriver(group: TwoAmounts, all: TwoAmounts, unit: number): DriverWeight {
  const sum = all.before + all.after;
  const share = (group.before + group.after) / sum;
  if (!(all.before > 0 && all.after > 0 && share > 0 && share < 1)) return {score: 0, pValue: 1};
  const moved = group.after / all.after - group.before / all.before;
  const evidence = (moved * moved) / (share * (1 - share) * unit * (1 / all.before + 1 / all.after));
  const pValue = twoSidedPValue(Math.sqrt(evidence));
  const part = group.after - group.before;
  if (moved * part <= 0) return {score: 0, pValue};
  const change = all.after - all.before;
  const chance = twoSidedPValue(Math.abs(change) / Math.sqrt(sum * unit));
  const errors = (part * part) / (sum * unit);
  return {score: evidence * (errors / (1 + errors)) * (part * change >= 0 ? 1 : chance), pValue};
}
