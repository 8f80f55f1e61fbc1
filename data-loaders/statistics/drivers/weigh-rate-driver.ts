import {addUp, type Proportion} from "../proportion.ts";
import {twoSidedPValue} from "../normal-distribution.ts";
import {ratesOf, type TwoPeriods} from "./split-rate-change.ts";

/** How far a change looks like the work of one group. */
export interface DriverWeight {
  /** 0 and more; the group with the most is the first to name */
  score: number;
  /** of the group having changed as the others did */
  pValue: number;
}

/**
 * How far the change of a rate looks like the work of one group against the rest of `all`. Squared z statistics say how surprising it is that only
 * the group's rate changed, or that its share did where its rate is another: a group that merely contains the cause is diluted and
 * surprises less, a part of the cause has fewer trials. Each is weighed by how much of the change it can account for, in standard
 * errors of the change, so that what surprises but hardly matters counts little; what goes against the change counts as far as the
 * change may be chance. Score 0 and p-value 1 where the group, or the rest, has no trials.
 *
 * It combines explanatory power and surprise as Bhagwan, R. et al. (2014), Adtributor: revenue debugging in advertising systems (NSDI),
 * with binomial statistics in place of the divergence.
 */
export function weighRateDriver(group: TwoPeriods, all: TwoPeriods): DriverWeight {
  const rest = {before: subtract(all.before, group.before), after: subtract(all.after, group.after)};
  const [groupAll, restAll] = [addUp([group.before, group.after]), addUp([rest.before, rest.after])];
  if (!(groupAll.trials > 0 && restAll.trials > 0 && all.before.trials > 0 && all.after.trials > 0)) {
    return {score: 0, pValue: 1};
  }
  const rates = ratesOf(group);
  const restRates = ratesOf(rest);
  const shares = [group.before.trials / all.before.trials, group.after.trials / all.after.trials] as const;
  const rateEvidence = rateSurprise(group, rest);
  const distance = (rates[0] + rates[1] - restRates[0] - restRates[1]) / 2;
  const moved =
    square(shares[1] - shares[0]) /
    pooledVariance(
      {successes: group.before.trials, trials: all.before.trials},
      {successes: group.after.trials, trials: all.after.trials}
    );
  const spread = pooledVariance(groupAll, restAll);
  const apart = spread > 0 ? square(distance) / spread : 0;
  // surprising only if both are
  const mixEvidence = moved > 0 && apart > 0 ? 1 / (1 / moved + 1 / apart) : 0;
  const weigh = weightOf(all);
  return {
    score:
      rateEvidence.alone * weigh(((shares[0] + shares[1]) / 2) * (rates[1] - rates[0])) +
      mixEvidence * weigh((shares[1] - shares[0]) * distance),
    // two looks, so twice the smaller
    pValue: Math.min(1, 2 * Math.min(pValueOf(rateEvidence.apart), Math.max(pValueOf(moved), pValueOf(apart))))
  };
}

// squared z of the group's rate having changed otherwise than the rest's, and of the group's alone having changed
function rateSurprise(group: TwoPeriods, rest: TwoPeriods): {apart: number; alone: number} {
  const [change, restChange] = [group, rest].map((periods) => {
    const [before, after] = ratesOf(periods);
    const variance = pooledVariance(periods.before, periods.after);
    return {size: after - before, variance, squared: variance > 0 ? square(after - before) / variance : 0};
  }) as [Change, Change];
  const variance = change.variance + restChange.variance;
  const apart = variance > 0 ? square(change.size - restChange.size) / variance : 0;
  return {apart, alone: Math.max(0, Math.min(apart, change.squared - restChange.squared))};
}

interface Change {
  size: number;
  variance: number;
  squared: number;
}

function weightOf(all: TwoPeriods): (part: number) => number {
  const [before, after] = ratesOf(all);
  const variance = pooledVariance(all.before, all.after);
  const chance = variance > 0 ? pValueOf(square(after - before) / variance) : 1;
  return (part) => {
    const errors = variance > 0 ? square(part) / variance : 0;
    return (errors / (1 + errors)) * (part * (after - before) >= 0 ? 1 : chance);
  };
}

// of the difference of two proportions that are the same; infinite where one has no trials
function pooledVariance(first: Proportion, second: Proportion): number {
  if (first.trials === 0 || second.trials === 0) return Infinity;
  const rate = (first.successes + second.successes) / (first.trials + second.trials);
  return rate * (1 - rate) * (1 / first.trials + 1 / second.trials);
}

function subtract(all: Proportion, part: Proportion): Proportion {
  return {successes: all.successes - part.successes, trials: all.trials - part.trials};
}

function pValueOf(squared: number): number {
  return twoSidedPValue(Math.sqrt(squared));
}

function square(value: number): number {
  return value * value;
}
