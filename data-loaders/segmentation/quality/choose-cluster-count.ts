import type {ClusterCountQuality} from "./assess-cluster-count.ts";

/** What a number of clusters has to hold to be chosen. */
export interface ChoiceCriteria {
  /** the least share of the users that a cluster may have, 0 to 1 */
  minimumShare: number;
  /** the least adjusted Rand index with the clusters of resamples, on average and at worst */
  minimumStability: number;
  minimumStabilityAtWorst: number;
}

/** Whether a number of clusters holds each criterion. */
export interface Verdict {
  isStable: boolean;
  isLargeEnough: boolean;
  isToldApart: boolean;
}

/** Judges a number of clusters: stable under resampling, no cluster too small, and each deserving a name of its own. */
export function judgeClusterCount(
  {stabilityMean, stabilityMinimum, smallestShare, isToldApart}: ClusterCountQuality,
  {minimumShare, minimumStability, minimumStabilityAtWorst}: ChoiceCriteria
): Verdict {
  return {
    isStable: (stabilityMean ?? 0) >= minimumStability && (stabilityMinimum ?? 0) >= minimumStabilityAtWorst,
    isLargeEnough: smallestShare >= minimumShare,
    isToldApart
  };
}

/**
 * The largest number of clusters that holds all criteria; the smallest number where none does. Indexes such as the silhouette are
 * not maximised: among shoppers they all prefer two, buyers and the rest. 2 for no candidates.
 */
export function chooseClusterCount(candidates: readonly ClusterCountQuality[], criteria: ChoiceCriteria): number {
  const counts = candidates.map(({clusters}) => clusters);
  const good = candidates.filter((candidate) => {
    const {isStable, isLargeEnough, isToldApart} = judgeClusterCount(candidate, criteria);
    return isStable && isLargeEnough && isToldApart;
  });
  return good.length ? Math.max(...good.map(({clusters}) => clusters)) : counts.length ? Math.min(...counts) : 2;
}
