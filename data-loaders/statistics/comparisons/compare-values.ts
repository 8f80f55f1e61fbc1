import {addUp, type Proportion} from "../proportion.ts";
import {groupBy} from "../../../src/shared/group-by.ts";
import {benjaminiHochberg} from "../benjamini-hochberg.ts";
import {type ClusterPairs, designEffect, effectiveProportion} from "../design-effect.ts";
import {newcombeInterval} from "../newcombe-interval.ts";
import {twoProportionTest} from "../two-proportion-test.ts";

/** A rate of the sessions of one value of a dimension. */
export interface ValueRate extends Proportion {
  metric: string;
  dimension: string;
  value: string;
  /** of trials of one person; none unless told */
  pairs?: ClusterPairs;
}

/** A rate that is compared with that of all other values of its dimension. */
export interface ComparedRate extends ValueRate {
  /** of trials of one person among those of all others; none unless told */
  restPairs?: ClusterPairs;
}

/** What a comparison comes to. */
export type Verdict = "higher" | "lower" | "no_difference" | "too_few_to_tell";

/** A value's rate against that of all other values of its dimension. */
export type Comparison<T extends ComparedRate = ComparedRate> = T & ComparisonResult;

interface ComparisonResult {
  /** the comparisons that a reader sees together, and whose p-values are corrected together */
  family: string;
  rest: Proportion;
  designEffect: number;
  restDesignEffect: number;
  /** null where a side has no trials */
  difference: number | null;
  differenceLow: number | null;
  differenceHigh: number | null;
  /** null where a side has too few trials to tell */
  pValue: number | null;
  correctedPValue: number | null;
  verdict: Verdict;
}

const level = 0.05;

/**
 * Compares the rate of each value of a dimension with that of all others, with Newcombe's interval and p-values corrected by Benjamini and
 * Hochberg within the families that `familyOf` gives dimensions. Interval, p-value and whether there are enough trials are by the
 * effective numbers of them. People who are in the value and beside it count as different ones: mostly they are alike on both sides, so that the
 * difference is surer than its interval says. A value that nothing is beside is left out; so is one
 * whose dimension has no trials. An empty array gives an empty one.
 */
export function compareValues<T extends ComparedRate>(
  rates: readonly T[],
  {minimumTrials, familyOf}: {minimumTrials: number; familyOf: (dimension: string) => string}
): Comparison<T>[] {
  const groups = groupBy(rates, ({metric, dimension}) => JSON.stringify([metric, dimension]));
  const comparisons = [...groups.values()].flatMap((group): Comparison<T>[] => {
    const all = addUp(group);
    if (group.length < 2 || all.trials === 0) return [];
    return group.map((rate) => compareWithRest(rate, all, {minimumTrials, family: familyOf(rate.dimension)}));
  });
  for (const family of groupBy(comparisons, ({family}) => family).values()) correctFamily(family);
  return comparisons;
}

function compareWithRest<T extends ComparedRate>(
  rate: T,
  all: Proportion,
  {minimumTrials, family}: {minimumTrials: number; family: string}
): Comparison<T> {
  const rest = {successes: all.successes - rate.successes, trials: all.trials - rate.trials};
  const isKnown = rate.trials > 0 && rest.trials > 0;
  const [effect, restEffect] = [designEffect(rate, rate.pairs), designEffect(rest, rate.restPairs)];
  const [effective, effectiveRest] = [effectiveProportion(rate, effect), effectiveProportion(rest, restEffect)];
  const [differenceLow, differenceHigh] = isKnown ? newcombeInterval(effective, effectiveRest) : [null, null];
  const isEnough = Math.min(effective.trials, effectiveRest.trials) >= minimumTrials;
  return {
    ...rate,
    family,
    rest,
    designEffect: effect,
    restDesignEffect: restEffect,
    difference: isKnown ? rate.successes / rate.trials - rest.successes / rest.trials : null,
    differenceLow,
    differenceHigh,
    pValue: isEnough ? twoProportionTest(effective, effectiveRest) : null,
    correctedPValue: null,
    verdict: "too_few_to_tell"
  };
}

function correctFamily(family: Comparison[]): void {
  const tested = family.filter(({pValue}) => pValue !== null);
  const corrected = benjaminiHochberg(tested.map(({pValue}) => pValue as number));
  tested.forEach((comparison, i) => {
    const p = corrected[i] as number;
    comparison.correctedPValue = p;
    comparison.verdict = p > level ? "no_difference" : Number(comparison.difference) > 0 ? "higher" : "lower";
  });
}
