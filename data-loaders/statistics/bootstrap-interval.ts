/** How to draw resamples. */
export interface BootstrapOptions {
  /** a thousand or more for intervals (Efron and Tibshirani 1993, section 14.5) */
  resamples: number;
  /** numbers in [0, 1), see seededRandom */
  random: () => number;
}

/**
 * The statistic of each of some resamples of values: as many, drawn with replacement. No values give the statistic of none.
 *
 * Source: Efron, B. and Tibshirani, R. J. (1993), An introduction to the bootstrap. Chapman and Hall, chapter 6.
 */
export function bootstrapReplicates<T>(
  values: readonly T[],
  statistic: (resample: T[]) => number,
  {resamples, random}: BootstrapOptions
): number[] {
  return Array.from({length: resamples}, () =>
    statistic(values.map(() => values[Math.floor(random() * values.length)] as T))
  );
}

/**
 * The interval between the quantiles of a statistic's replicates that leave 2.5 % (or half of what `level` leaves) on either side:
 * the percentile interval of the bootstrap. Throws without replicates.
 *
 * Source: Efron and Tibshirani (1993), chapter 13; quantiles as Hyndman and Fan (1996), The American Statistician 50: 361-365,
 * definition 6, which needs no more than that replicates are exchangeable.
 */
export function bootstrapInterval(replicates: readonly number[], level = 0.95): [low: number, high: number] {
  if (replicates.length === 0) throw new Error("a bootstrap interval needs replicates; there are 0");
  const sorted = Float64Array.from(replicates).sort();
  return [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)];
}

function quantile(sorted: Float64Array, probability: number): number {
  const place = Math.min(sorted.length, Math.max(1, probability * (sorted.length + 1)));
  const below = sorted[Math.floor(place) - 1] as number;
  const above = sorted[Math.ceil(place) - 1] as number;
  // equal ones first: infinities have no difference
  return below === above ? below : below + (above - below) * (place - Math.floor(place));
}
