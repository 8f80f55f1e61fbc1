/** Where a segment lies on the axis of one feature: a row of the table `segment_features`. */
export interface SegmentAxis {
  segment: string;
  /** the segment's place, from 1 */
  position: number;
  feature: string;
  /** `log1p` for features that are compared by the logarithm of one more */
  scale: string;
  mean: number | null;
  deviation: number | null;
  weight: number;
  /** the segment's centre, standardised and weighted; null where the feature tells nobody apart */
  coordinate: number | null;
}

/** A segment and how far a shopper is from its centre, in standard deviations by weight. */
export interface SegmentDistance {
  segment: string;
  distance: number;
}

/**
 * The segments by how near their centres are to a shopper, the nearest first: whoever assigns shoppers assigns this one to that.
 * `shopper` gives each feature in its own unit; one that is missing counts as 0. No segments give an empty array.
 */
export function nearestSegments(
  axes: readonly SegmentAxis[],
  shopper: Readonly<Record<string, number>>
): SegmentDistance[] {
  const squares = new Map<string, number>();
  for (const {segment, feature, scale, mean, deviation, weight, coordinate} of axes) {
    const sum = squares.get(segment) ?? 0;
    if (mean === null || deviation === null || coordinate === null) squares.set(segment, sum);
    else {
      const value = shopper[feature] ?? 0;
      const scaled = scale === "log1p" ? Math.log(1 + Math.max(0, value)) : value;
      squares.set(segment, sum + ((weight * (scaled - mean)) / deviation - coordinate) ** 2);
    }
  }
  return [...squares]
    .map(([segment, sum]) => ({segment, distance: Math.sqrt(sum)}))
    .sort((a, b) => a.distance - b.distance);
}
