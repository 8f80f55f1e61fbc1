/**
 * The standard normal's quantile for 5 % in both directions among the 168 hours of a week (Bonferroni): of as many rates that are all alike,
 * one is farther from the common rate in only one of twenty reports.
 */
const farFromChance = 3.62;

/** How many of each kind a normal approximation needs at least. */
const leastExpected = 5;

/**
 * Whether a rate of `successes` in `trials` differs from `rate` by more than chance does among the hours of a week: the score test, which
 * Wilson's interval turns around. False where there are too few to tell.
 */
export function isFarFromChance(successes: number, trials: number, rate: number): boolean {
  const expected = trials * rate;
  if (Math.min(expected, trials - expected) < leastExpected) return false;
  return Math.abs(successes - expected) / Math.sqrt(expected * (1 - rate)) > farFromChance;
}
