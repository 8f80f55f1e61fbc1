import {setImmediate} from "node:timers/promises";
import {kmeans} from "ml-kmeans";
import {seededRandom} from "../statistics/seeded-random.ts";
import {fitStarts} from "./k-means-plus-plus.ts";
import {type Points, countPoints, equalWeights, firstPoints, packPoints, unpackPoints} from "./points.ts";
import {type Clustering, fitWeighted} from "./weighted-k-means.ts";

/** How to fit clusters. */
export interface FitOptions {
  /** how many clusters to look for; fewer are found when there are fewer distinct points */
  k: number;
  /** how many random starts to try */
  seeds: number;
}

/** So many users of the sample are searched from every start; what is found is carried on in the whole sample. */
const searched = 2000;

/**
 * Finds k-means centroids: from several starts (k-means++, Arthur and Vassilvitskii 2007) among the first of a sample, each
 * carried to its end in the whole sample, and the best of them in all points. `sample` is in an order that does not depend on
 * chance; the order of `points` does not matter where their coordinates are whole numbers, which add up exactly. Returns at most k
 * centroids, each with points that are nearest to it, to three decimals and sorted by their coordinates; none for no points.
 */
export async function fitClusters(points: Points, sample: Points, {k, seeds}: FitOptions): Promise<number[][]> {
  if (countPoints(points) === 0) return [];
  const start = await searchSample(sample, {k, seeds});
  const isEnough = start.length === k * points.dimensions;
  const from = isEnough
    ? start
    : fitStarts(points, equalWeights(points), {k, starts: 1, random: seededRandom(1)}).centroids;
  const {centroids, totals} = fitWeighted(points, equalWeights(points), from);
  return unpackPoints({values: centroids, dimensions: points.dimensions})
    .filter((_, cluster) => (totals[cluster] as number) > 0)
    .map((centroid) => centroid.map((value) => Math.round(value * 1000) / 1000))
    .sort(comparePoints);
}

async function searchSample(sample: Points, {k, seeds}: FitOptions): Promise<Float64Array> {
  const few = firstPoints(sample, searched);
  const rows = unpackPoints(few);
  if (countDistinct(rows, k) < k) return new Float64Array();
  const found = new Map<number, Float64Array>();
  for (let seed = 1; seed <= seeds; ++seed) {
    const {centroids} = kmeans(rows, k, {seed});
    const ended = fitWeighted(few, equalWeights(few), packPoints(centroids).values);
    // starts that end in the same place are carried on once
    found.set(Math.round(ended.inertia), ended.centroids);
    // lets queries that run at the same time go on
    await setImmediate();
  }
  let best: Clustering | undefined;
  for (const centroids of found.values()) {
    const carried = fitWeighted(sample, equalWeights(sample), centroids);
    if (!best || carried.inertia < best.inertia) best = carried;
  }
  return best?.centroids ?? new Float64Array();
}

function countDistinct(points: readonly number[][], most: number): number {
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
