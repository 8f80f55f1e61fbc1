import {addUp, type Proportion} from "../proportion.ts";
import {groupBy} from "../../../src/shared/group-by.ts";
import {benjaminiHochberg} from "../benjamini-hochberg.ts";
import {newcombeInterval} from "../newcombe-interval.ts";
import {twoProportionTest} from "../two-proportion-test.ts";

/** A rate of the sessions of one value of a dimension. */
export interface ValueRate extends Proportion {
  metric: string;
  dimension: string;
  value: string;
}

/** What a comparison comes to. */
export type Verdict = "higher" | "lower" | "no_difference" | "too_few_to_tell";

/** A value's rate against that of all other values of its dimension. */
export type Comparison<T extends ValueRate = ValueRate> = T & ComparisonResult;

interface ComparisonResult {
  /** the comparisons that a reader sees together, and whose p-values are corrected together */
  family: string;
  rest: Proportion;
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
 * Hochberg within the families that `familyOf` gives dimensions. A value that nothing is beside is left out; so is one
 * whose dimension has no trials. An empty array gives an empty one.
 */
export function compareValues<T extends ValueRate>(
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

function compareWithRest<T extends ValueRate>(
  rate: T,
  all: Proportion,
  {minimumTrials, family}: {minimumTrials: number; family: string}
): Comparison<T> {
  const rest = {successes: all.successes - rate.successes, trials: all.trials - rate.trials};
  const isKnown = rate.trials > 0 && rest.trials > 0;
  const [differenceLow, differenceHigh] = isKnown ? newcombeInterval(rate, rest) : [null, null];
  const isEnough = Math.min(rate.trials, rest.trials) >= minimumTrials;
  return {
    ...rate,
    family,
    rest,
    difference: isKnown ? rate.successes / rate.trials - rest.successes / rest.trials : null,
    differenceLow,
    differenceHigh,
    pValue: isEnough ? twoProportionTest(rate, rest) : null,
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
