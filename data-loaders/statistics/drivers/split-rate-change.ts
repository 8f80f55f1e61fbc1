import {addUp, type Proportion} from "../proportion.ts";

/** A group's successes and trials in two periods. */
export interface TwoPeriods {
  before: Proportion;
  after: Proportion;
}

/** What a group has to do with the change of the rate of all groups together. */
export interface ChangeParts {
  /** because the group has another share of the trials than before, and another rate than the others */
  mix: number;
  /** because the group has another rate than before */
  rate: number;
}

/**
 * Splits the change of a rate between two periods into the parts of groups that share out all trials: the parts of all groups,
 * mix and rate, add up to the change. Midpoints of the periods are the weights, so that swapping the periods only turns the signs; a group that
 * is there in only one period has no change of rate. No groups, or a period without trials, give parts of 0.
 *
 * Source: Kitagawa, E. M. (1955), Components of a difference between two rates. JASA 50: 1168-1194, with the mix of each group
 * taken against the rate of all (as its sum does not change by that).
 */
export function splitRateChange(groups: readonly TwoPeriods[]): ChangeParts[] {
  const before = addUp(groups.map((group) => group.before));
  const after = addUp(groups.map((group) => group.after));
  if (before.trials === 0 || after.trials === 0) return groups.map(() => ({mix: 0, rate: 0}));
  const middle = (before.successes / before.trials + after.successes / after.trials) / 2;
  return groups.map((group) => {
    const shareBefore = group.before.trials / before.trials;
    const shareAfter = group.after.trials / after.trials;
    const [rateBefore, rateAfter] = ratesOf(group);
    // 0 for -0
    return {
      mix: (shareAfter - shareBefore) * ((rateBefore + rateAfter) / 2 - middle) + 0,
      rate: ((shareBefore + shareAfter) / 2) * (rateAfter - rateBefore) + 0
    };
  });
}

/** The rates of two periods; that of the other period where one has no trials, 0 where neither has any. */
export function ratesOf({before, after}: TwoPeriods): [before: number, after: number] {
  const rate = ({successes, trials}: Proportion) => (trials > 0 ? successes / trials : NaN);
  const [first, second] = [rate(before), rate(after)];
  if (Number.isNaN(first)) return Number.isNaN(second) ? [0, 0] : [second, second];
  return [first, Number.isNaN(second) ? first : second];
}
