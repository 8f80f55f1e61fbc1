import {twoSidedPValue} from "../normal-distribution.ts";
import type {DriverWeight} from "./weigh-rate-driver.ts";

/** An amount in two periods. */
export interface TwoAmounts {
  before: number;
  after: number;
  /** the squares of the independent amounts that make it up (1 for each of a count), of both periods, added up */
  squares: number;
}

/**
 * How far the change of an amount that adds up (sessions, orders, revenue) looks like the work of one group against the rest of `all`:
 * the squared z statistic of its share of the amount having changed, where the group changed in the same direction and more than
 * the others, weighed as by weighRateDriver. Amounts vary as sums of a Poisson number of things of any sizes, whose variance is the
 * expected sum of their squares: a few large orders make revenue less sure than many small ones. `lengthRatio` is the length of the
 * period after ÷ that of the one before. Score 0 and p-value 1 where the group is all there is, or nothing.
 *
 * Source: the compound Poisson distribution, Feller, W. (1968), An introduction to probability theory and its applications 1, XII.2;
 * the variance of a ratio by its first derivatives, Cochran, W. G. (1977), Sampling techniques, section 6.3.
 */
export function weighAmountDriver(group: TwoAmounts, all: TwoAmounts, lengthRatio: number): DriverWeight {
  const sum = all.before + all.after;
  const share = (group.before + group.after) / sum;
  if (!(all.before > 0 && all.after > 0 && share > 0 && share < 1)) return {score: 0, pValue: 1};
  const moved = group.after / all.after - group.before / all.before;
  const squares = (1 - share) ** 2 * group.squares + share ** 2 * (all.squares - group.squares);
  const evidence = (moved * moved) / ((squares / sum) * (1 / all.before + 1 / all.after));
  const pValue = twoSidedPValue(Math.sqrt(evidence));
  const part = group.after - group.before * lengthRatio;
  if (moved * part <= 0) return {score: 0, pValue};
  const change = all.after - all.before * lengthRatio;
  // of the change where the periods differ in nothing but length: squares per day × (days after + ratio² × days before)
  const variance = all.squares * lengthRatio;
  const chance = twoSidedPValue(Math.abs(change) / Math.sqrt(variance));
  const errors = (part * part) / variance;
  return {score: evidence * (errors / (1 + errors)) * (part * change >= 0 ? 1 : chance), pValue};
}
