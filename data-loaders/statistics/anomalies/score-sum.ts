import type {Series} from "./series.ts";
import {signedRootDeviance} from "./signed-root-deviance.ts";

/** What days add up to. */
export interface DaySum {
  observed: number;
  expected: number;
  /** not looked at for series that are no rates */
  trials: number;
  /** the variance as a multiple of the one that chance alone gives */
  dispersion: number;
}

/**
 * How far what some days of a series add up to lies from what is expected of it, as a standard normal score: as a Poisson count, as a
 * binomial one for rates. More money than expected counts as gamma distributed, because a single order can be large.
 */
export function scoreSum({metric, trials: rate}: Series, {observed, expected, trials, dispersion}: DaySum): number {
  if (metric === "revenue" && observed > expected && expected > 0) {
    const ratio = observed / expected;
    return Math.sqrt((2 * (ratio - 1 - Math.log(ratio)) * expected) / dispersion);
  }
  return signedRootDeviance(observed, expected, rate ? trials : Infinity, dispersion);
}
