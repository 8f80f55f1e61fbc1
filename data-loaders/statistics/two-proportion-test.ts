import type {Proportion} from "./proportion.ts";
import {fisherExactTest} from "./fisher-exact-test.ts";
import {twoSidedPValue} from "./normal-distribution.ts";

/** Expected counts below it are too small for the normal approximation: Cochran, W. G. (1954), Biometrics 10: 417-451. */
const smallestExpected = 5;

/**
 * The two-sided p-value of two independent proportions being the same: from the pooled z statistic, whose square is Pearson's
 * chi-squared without correction (Pearson 1900), or by Fisher's exact test where a count of less than five is expected in a cell
 * of the two-by-two table. 1 where neither has a success, or neither a failure. Throws when successes are not within 0 and trials,
 * or when there are no trials.
 */
export function twoProportionTest(first: Proportion, second: Proportion): number {
  checkProportion(first);
  checkProportion(second);
  const trials = first.trials + second.trials;
  const rate = (first.successes + second.successes) / trials;
  if (rate === 0 || rate === 1) return 1;
  const expected = Math.min(rate, 1 - rate) * Math.min(first.trials, second.trials);
  if (expected < smallestExpected) return fisherExactTest(rounded(first), rounded(second));
  const difference = first.successes / first.trials - second.successes / second.trials;
  return twoSidedPValue(difference / Math.sqrt(rate * (1 - rate) * (1 / first.trials + 1 / second.trials)));
}

// Fisher's test counts
function rounded({successes, trials}: Proportion): Proportion {
  return {successes: Math.round(successes), trials: Math.round(trials)};
}

function checkProportion({successes, trials}: Proportion): void {
  if (trials > 0 && successes >= 0 && successes <= trials) return;
  throw new Error(`invalid proportion; not within 0 and the trials: ${successes} of ${trials}`);
}
