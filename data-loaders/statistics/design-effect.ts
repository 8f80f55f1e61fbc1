import type {Proportion} from "./proportion.ts";

/** Ordered pairs of trials of one cluster, such as two sessions of one person. */
export interface ClusterPairs {
  trials: number;
  /** those whose first trial is a success */
  mixed: number;
  /** those of two successes */
  successes: number;
}

const noPairs: ClusterPairs = {trials: 0, mixed: 0, successes: 0};

/**
 * How many times the variance of a proportion is what it would be if no two trials were of the same cluster: that of the ratio estimator over
 * clusters, Σ(y − px)² ÷ n², with x trials and y successes of a cluster, over p(1 − p) ÷ n. A cluster of one trial adds p(1 − p) to the sum on average,
 * so the pairs of trials within clusters say how much the others add to it. At least 1, and 1 where all trials or none are successes. The
 * factor m ÷ (m − 1) of few clusters is left out. Without pairs, every trial is a cluster of its own.
 *
 * Source: Cochran, W. G. (1977), Sampling techniques, 3rd edition, section 3.12; Rao, J. N. K. and Scott, A. J. (1992), A simple method for the
 * analysis of clustered binary data. Biometrics 48: 577-585.
 */
export function designEffect({successes, trials}: Proportion, pairs = noPairs): number {
  const rate = trials === 0 ? 0 : successes / trials;
  const variance = trials * rate * (1 - rate);
  if (variance === 0) return 1;
  const covariance = pairs.successes - 2 * rate * pairs.mixed + rate * rate * pairs.trials;
  return Math.max(1, 1 + covariance / variance);
}

/** The proportion of as many independent trials as say as much: both numbers ÷ the design effect (Rao and Scott 1992), no longer whole. */
export function effectiveProportion({successes, trials}: Proportion, effect: number): Proportion {
  return {successes: successes / effect, trials: trials / effect};
}
