import {type Points, squaredDistance} from "./points.ts";
import {type Clustering, fitWeighted} from "./weighted-k-means.ts";

/** The best of several starts by k-means++. */
export function fitStarts(
  points: Points,
  weights: Float64Array,
  {k, starts, random}: {k: number; starts: number; random: () => number}
): Clustering {
  let best: Clustering | undefined;
  for (let start = 0; start < starts; ++start) {
    const found = fitWeighted(points, weights, drawStart(points, weights, {k, random}));
    if (!best || found.inertia < best.inertia) best = found;
  }
  return best ?? {centroids: new Float64Array(), totals: new Float64Array(), inertia: 0};
}

/**
 * Starting centroids by k-means++ (Arthur and Vassilvitskii 2007): points drawn one after the other, each with a chance that
 * grows with its weight and its squared distance to the nearest of those before it. Fewer than k where no more points differ.
 */
export function drawStart(
  {values, dimensions}: Points,
  weights: Float64Array,
  {k, random}: {k: number; random: () => number}
): Float64Array {
  const chances = weights.slice();
  const distances = new Float64Array(weights.length).fill(Infinity);
  const start: number[] = [];
  while (start.length < k * dimensions) {
    const drawn = drawIndex(chances, random());
    if (drawn < 0) break;
    const at = drawn * dimensions;
    start.push(...values.subarray(at, at + dimensions));
    for (let i = 0; i < weights.length; ++i) {
      const distance = squaredDistance(values, i * dimensions, values, at, dimensions);
      if (distance < (distances[i] as number)) distances[i] = distance;
      chances[i] = (weights[i] as number) * (distances[i] as number);
    }
  }
  return Float64Array.from(start);
}

// -1 when no chance is left
function drawIndex(chances: Float64Array, at: number): number {
  let sum = 0;
  for (let i = 0; i < chances.length; ++i) sum += chances[i] as number;
  let left = at * sum;
  let last = -1;
  for (let i = 0; i < chances.length; ++i) {
    const chance = chances[i] as number;
    if (chance <= 0) continue;
    last = i;
    left -= chance;
    if (left < 0) return i;
  }
  return last;
}
