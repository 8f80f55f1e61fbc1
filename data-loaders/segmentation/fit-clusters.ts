import {setImmediate} from "node:timers/promises";
import {kmeans} from "ml-kmeans";

/** A point that stands for several users who are exactly alike. */
export interface WeightedPoint {
  point: number[];
  /** how many users it stands for */
  weight: number;
}

/** How to fit clusters. */
export interface FitOptions {
  /** how many clusters to look for; fewer are found when there are fewer distinct points */
  k: number;
  /** how many random starts to try on the sample */
  seeds: number;
}

/**
 * Finds k-means centroids: the best of several starts (k-means++, Arthur and Vassilvitskii 2007) on a sample of users, then
 * Lloyd's steps (1957) over all users to the end. `sample` has a row per user, `points` one per distinct row with its
 * weight, which is the same fit as with a row per user; both in an order that does not depend on chance. Returns as many
 * centroids as there are distinct points, at most k, sorted by their coordinates; an empty array when there are no points.
 * Throws when a coordinate is no finite number.
 */
export async function fitClusters(
  sample: number[][],
  points: WeightedPoint[],
  {k, seeds}: FitOptions
): Promise<number[][]> {
  for (const {point} of points) {
    if (!point.every(Number.isFinite)) throw new Error(`cannot cluster [${point.join(", ")}]: not a finite number`);
  }
  const spread = points.slice(0, k).map(({point}) => point);
  if (points.length <= k) return spread.sort(comparePoints);
  const start = countDistinct(sample, k) < k ? spread : await bestOfSeeds(sample, {k, seeds});
  return refineCentroids(points, start).sort(comparePoints);
}

/** The sum of the squared distances from each point to its nearest centroid, by weight; 0 for no points. */
export function inertia(points: WeightedPoint[], centroids: number[][]): number {
  let sum = 0;
  for (const {point, weight} of points) {
    sum += weight * squaredDistance(point, centroids[nearest(point, centroids)] as number[]);
  }
  return sum;
}

async function bestOfSeeds(sample: number[][], {k, seeds}: FitOptions): Promise<number[][]> {
  const weighted = sample.map((point) => ({point, weight: 1}));
  let best: number[][] = [];
  let least = Infinity;
  for (let seed = 1; seed <= seeds; ++seed) {
    const {centroids} = kmeans(sample, k, {seed});
    const found = inertia(weighted, centroids);
    if (found < least) [best, least] = [centroids, found];
    // lets queries that run at the same time go on
    await setImmediate();
  }
  return best;
}

// Lloyd's steps until no centroid moves; each step lowers the inertia, so that they end
function refineCentroids(points: WeightedPoint[], start: number[][]): number[][] {
  let centroids = start;
  for (let step = 0; step < 300; ++step) {
    const next = moveCentroids(points, centroids);
    if (next.every((centroid, i) => comparePoints(centroid, centroids[i] as number[]) === 0)) break;
    centroids = next;
  }
  return centroids;
}

function moveCentroids(points: WeightedPoint[], centroids: number[][]): number[][] {
  const sums = centroids.map((centroid) => centroid.map(() => 0));
  const weights = centroids.map(() => 0);
  for (const {point, weight} of points) {
    const cluster = nearest(point, centroids);
    const sum = sums[cluster] as number[];
    for (let i = 0; i < point.length; ++i) sum[i] = (sum[i] as number) + weight * (point[i] as number);
    weights[cluster] = (weights[cluster] as number) + weight;
  }
  // a centroid that lost all its points stays where it is
  return sums.map((sum, cluster) => {
    const weight = weights[cluster] as number;
    return weight > 0 ? sum.map((value) => value / weight) : (centroids[cluster] as number[]);
  });
}

function nearest(point: number[], centroids: number[][]): number {
  let cluster = 0;
  let least = Infinity;
  for (let j = 0; j < centroids.length; ++j) {
    const distance = squaredDistance(point, centroids[j] as number[]);
    if (distance < least) {
      least = distance;
      cluster = j;
    }
  }
  return cluster;
}

function squaredDistance(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) {
    const difference = (a[i] as number) - (b[i] as number);
    sum += difference * difference;
  }
  return sum;
}

function countDistinct(points: number[][], most: number): number {
  const found = new Set<string>();
  for (const point of points) {
    found.add(point.join());
    if (found.size === most) break;
  }
  return found.size;
}

function comparePoints(a: number[], b: number[]): number {
  const i = a.findIndex((value, i) => value !== b[i]);
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number);
}
