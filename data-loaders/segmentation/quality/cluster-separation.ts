import {type Points, distanceBetween} from "../points.ts";

/** How compact clusters are and how far apart. */
export interface ClusterSeparation {
  /** the sum of the squared distances to the own centre */
  within: number;
  /** 1 − within ÷ the sum of the squared distances to the common centre; null where all points are equal */
  explained: number | null;
  /** the ratio of the variances between and within clusters, more is better; null for fewer than two clusters or without a spread */
  calinskiHarabasz: number | null;
  /** the mean, over clusters, of the likeness to the most alike other one, less is better; null for fewer than two clusters */
  daviesBouldin: number | null;
}

/**
 * Measures clusters by their own means: the index of Caliński and Harabasz (1974, A dendrite method for cluster analysis) and
 * that of Davies and Bouldin (1979, A cluster separation measure). `labels` are the points' clusters, from 0; empty ones do
 * not count. No points give 0 and nulls.
 */
export function clusterSeparation(points: Points, labels: ArrayLike<number>): ClusterSeparation {
  const groups = groupPoints(points, labels);
  const k = groups.length;
  const n = labels.length;
  const within = groups.reduce((sum, {squares}) => sum + squares, 0);
  const total = groupPoints(points, new Int32Array(n)).reduce((sum, {squares}) => sum + squares, 0);
  return {
    within,
    explained: total > 0 ? 1 - within / total : null,
    calinskiHarabasz: k > 1 && n > k && within > 0 ? (total - within) / (k - 1) / (within / (n - k)) : null,
    daviesBouldin: k > 1 ? meanLikeness(groups) : null
  };
}

interface Group {
  mean: Float64Array;
  size: number;
  squares: number;
  /** the mean distance to the mean */
  scatter: number;
}

function groupPoints({values, dimensions}: Points, labels: ArrayLike<number>): Group[] {
  const groups = new Map<number, Group>();
  for (let i = 0; i < labels.length; ++i) {
    const label = labels[i] as number;
    const group = groups.get(label) ?? {mean: new Float64Array(dimensions), size: 0, squares: 0, scatter: 0};
    groups.set(label, group);
    ++group.size;
    for (let d = 0; d < dimensions; ++d)
      group.mean[d] = (group.mean[d] as number) + (values[i * dimensions + d] as number);
  }
  for (const {mean, size} of groups.values()) mean.forEach((sum, d) => (mean[d] = sum / size));
  for (let i = 0; i < labels.length; ++i) {
    const group = groups.get(labels[i] as number) as Group;
    const distance = distanceBetween(values.subarray(i * dimensions, (i + 1) * dimensions), group.mean);
    group.squares += distance ** 2;
    group.scatter += distance / group.size;
  }
  return [...groups.values()];
}

function meanLikeness(groups: readonly Group[]): number {
  const worst = groups.map((a) =>
    groups.reduce(
      (most, b) => (a === b ? most : Math.max(most, (a.scatter + b.scatter) / distanceBetween(a.mean, b.mean))),
      0
    )
  );
  return worst.reduce((sum, value) => sum + value, 0) / groups.length;
}
