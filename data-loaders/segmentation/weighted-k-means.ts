import {countPoints, type Points, squaredDistance} from "./points.ts";

/** What k-means finds. */
export interface Clustering {
  /** one after the other, like points */
  centroids: Float64Array;
  /** the weight of the points of each */
  totals: Float64Array;
  /** the sum of the squared distances from each point to its nearest centroid, by weight */
  inertia: number;
}

/**
 * Lloyd's steps (1957) from given centroids over points of which each counts with its weight, 0 or more, until no centroid moves,
 * 100 at most. Bounds on distances spare most of them (Hamerly 2010, Making k-means even faster). A centroid that loses all its
 * points stays where it is. No points give the start and an inertia of 0.
 */
export function fitWeighted(points: Points, weights: Float64Array, start: Float64Array): Clustering {
  const {values, dimensions} = points;
  const centroids = start.slice();
  const k = centroids.length / dimensions;
  const clusters = new Int32Array(weights.length).fill(-1);
  // of each point: at most so far from its own centroid, at least so far from every other
  const upper = new Float64Array(weights.length);
  const lower = new Float64Array(weights.length);
  const sums = new Float64Array(centroids.length);
  const totals = new Float64Array(k);
  for (let step = 0; step < 100; ++step) {
    const safe = halfGaps(centroids, dimensions);
    for (let i = 0; i < weights.length; ++i) {
      if (weights[i] === 0) continue;
      const old = clusters[i] as number;
      if (old >= 0) {
        const bound = Math.max(safe[old] as number, lower[i] as number);
        if ((upper[i] as number) < bound) continue;
        upper[i] = Math.sqrt(squaredDistance(values, i * dimensions, centroids, old * dimensions, dimensions));
        if ((upper[i] as number) < bound) continue;
      }
      const {cluster, nearest, second} = findNearest(points, i, centroids);
      upper[i] = Math.sqrt(nearest);
      lower[i] = Math.sqrt(second);
      if (cluster === old) continue;
      clusters[i] = cluster;
      if (old >= 0) addPoint(points, i, -(weights[i] as number), {sums, totals, cluster: old});
      addPoint(points, i, weights[i] as number, {sums, totals, cluster});
    }
    const moves = moveCentroids(centroids, {sums, totals, dimensions});
    const furthest = Math.max(...moves);
    if (!(furthest > 0)) break;
    for (let i = 0; i < weights.length; ++i) {
      upper[i] = (upper[i] as number) + (moves[clusters[i] as number] ?? 0);
      lower[i] = (lower[i] as number) - furthest;
    }
  }
  return {centroids, totals, inertia: sumDistances(points, {weights, clusters, centroids})};
}

/** The number of each point's nearest centroid; ties go to the first. */
export function labelPoints(points: Points, centroids: Float64Array): Int32Array {
  const labels = new Int32Array(countPoints(points));
  for (let i = 0; i < labels.length; ++i) labels[i] = findNearest(points, i, centroids).cluster;
  return labels;
}

function sumDistances(
  {values, dimensions}: Points,
  {weights, clusters, centroids}: {weights: Float64Array; clusters: Int32Array; centroids: Float64Array}
): number {
  let sum = 0;
  for (let i = 0; i < weights.length; ++i) {
    const cluster = clusters[i] as number;
    if (cluster < 0) continue;
    const distance = squaredDistance(values, i * dimensions, centroids, cluster * dimensions, dimensions);
    sum += (weights[i] as number) * distance;
  }
  return sum;
}

// one object for all calls: they are too many to make one for each
const found = {cluster: 0, nearest: 0, second: 0};

function findNearest({values, dimensions}: Points, i: number, centroids: Float64Array): Readonly<typeof found> {
  let cluster = 0;
  let nearest = Infinity;
  let second = Infinity;
  for (let j = 0; j * dimensions < centroids.length; ++j) {
    const distance = squaredDistance(values, i * dimensions, centroids, j * dimensions, dimensions);
    if (distance < nearest) {
      second = nearest;
      nearest = distance;
      cluster = j;
    } else if (distance < second) second = distance;
  }
  found.cluster = cluster;
  found.nearest = nearest;
  found.second = second;
  return found;
}

// half the distance from each centroid to the nearest other one: who is closer than that to it is closest to it
function halfGaps(centroids: Float64Array, dimensions: number): Float64Array {
  const gaps = new Float64Array(centroids.length / dimensions);
  for (let a = 0; a < gaps.length; ++a) {
    let least = Infinity;
    for (let b = 0; b < gaps.length; ++b) {
      if (a === b) continue;
      least = Math.min(least, squaredDistance(centroids, a * dimensions, centroids, b * dimensions, dimensions));
    }
    gaps[a] = Math.sqrt(least) / 2;
  }
  return gaps;
}

function addPoint(
  {values, dimensions}: Points,
  i: number,
  weight: number,
  {sums, totals, cluster}: {sums: Float64Array; totals: Float64Array; cluster: number}
): void {
  totals[cluster] = (totals[cluster] as number) + weight;
  const sum = cluster * dimensions;
  const at = i * dimensions;
  for (let d = 0; d < dimensions; ++d) sums[sum + d] = (sums[sum + d] as number) + weight * (values[at + d] as number);
}

// how far each one moves
function moveCentroids(
  centroids: Float64Array,
  {sums, totals, dimensions}: {sums: Float64Array; totals: Float64Array; dimensions: number}
): Float64Array {
  const moves = new Float64Array(totals.length);
  for (let j = 0; j < totals.length; ++j) {
    const total = totals[j] as number;
    if (total <= 0) continue;
    let moved = 0;
    for (let i = j * dimensions; i < (j + 1) * dimensions; ++i) {
      const mean = (sums[i] as number) / total;
      moved += (mean - (centroids[i] as number)) ** 2;
      centroids[i] = mean;
    }
    moves[j] = Math.sqrt(moved);
  }
  return moves;
}
