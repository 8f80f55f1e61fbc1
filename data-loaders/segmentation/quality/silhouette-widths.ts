/**
 * How much closer each point is to the other points of its own cluster than to those of the nearest other cluster, from −1 to 1
 * (Rousseeuw 1987, Silhouettes): (b − a) ÷ max(a, b) with a and b the mean distances to the two. 0 for a point that is alone in its
 * cluster, and for all where there is one cluster. `distances` are n × n, `labels` the points' clusters, from 0.
 */
export function silhouetteWidths(distances: Float64Array, labels: ArrayLike<number>): Float64Array {
  const n = labels.length;
  const sizes = countLabels(labels);
  const widths = new Float64Array(n);
  const sums = new Float64Array(sizes.length);
  for (let i = 0; i < n; ++i) {
    sums.fill(0);
    for (let j = 0; j < n; ++j) {
      const cluster = labels[j] as number;
      sums[cluster] = (sums[cluster] as number) + (distances[i * n + j] as number);
    }
    widths[i] = widthOf(sums, sizes, labels[i] as number);
  }
  return widths;
}

function widthOf(sums: Float64Array, sizes: readonly number[], own: number): number {
  const others = (sizes[own] as number) - 1;
  if (others === 0) return 0;
  const inside = (sums[own] as number) / others;
  let outside = Infinity;
  for (let j = 0; j < sizes.length; ++j) {
    const size = sizes[j] as number;
    if (j !== own && size > 0) outside = Math.min(outside, (sums[j] as number) / size);
  }
  if (outside === Infinity) return 0;
  const most = Math.max(inside, outside);
  return most > 0 ? (outside - inside) / most : 0;
}

function countLabels(labels: ArrayLike<number>): number[] {
  const sizes: number[] = [];
  for (let i = 0; i < labels.length; ++i) {
    const label = labels[i] as number;
    while (sizes.length <= label) sizes.push(0);
    sizes[label] = (sizes[label] as number) + 1;
  }
  return sizes;
}
