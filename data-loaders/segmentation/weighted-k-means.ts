/** Points of the same number of dimensions, one after the other in one array, which is several times faster to go through. */
export interface Points {
  values: Float64Array;
  dimensions: number;
}

/** What k-means finds. */
export interface Clustering {
  /** one after the other, like points */
  centroids: Float64Array;
  /** the weight of the points of each */
  totals: Float64Array;
  /** the sum of the squared distances from each point to its nearest centroid, by weight */
  inertia: number;
}

/** Puts points that are arrays into one array. An empty array gives no points of no dimension. */
export function packPoints(points: readonly number[][]): Points {
  return {values: Float64Array.from(points.flat()), dimensions: points[0]?.length ?? 0};
}

/** Points of one array as arrays. */
export function unpackPoints({values, dimensions}: Points): number[][] {
  return Array.from({length: countPoints({values, dimensions})}, (_, i) =>
    Array.from(values.subarray(i * dimensions, (i + 1) * dimensions))
  );
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

/** The number of each point's nearest centroid; ties go to the first. */
export function labelPoints(points: Points, centroids: Float64Array): Int32Array {
  const labels = new Int32Array(countPoints(points));
  for (let i = 0; i < labels.length; ++i) labels[i] = findNearest(points, i, centroids).cluster;
  return labels;
}

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

/** How many points there are. */
export function countPoints({values, dimensions}: Points): number {
  return dimensions > 0 ? values.length / dimensions : 0;
}

/** The first points, as many as there are up to a number, without a copy. */
export function firstPoints({values, dimensions}: Points, most: number): Points {
  return {values: values.subarray(0, most * dimensions), dimensions};
}

/** The Euclidean distance between two points. */
export function distanceBetween(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(squaredDistance(a, 0, b, 0, a.length));
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

function squaredDistance(a: Float64Array, i: number, b: Float64Array, j: number, dimensions: number): number {
  let sum = 0;
  for (let d = 0; d < dimensions; ++d) {
    const difference = (a[i + d] as number) - (b[j + d] as number);
    sum += difference * difference;
  }
  return sum;
}
