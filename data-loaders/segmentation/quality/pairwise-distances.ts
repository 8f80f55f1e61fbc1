import {countPoints, type Points, squaredDistance} from "../points.ts";

/**
 * The Euclidean distances between n points, as n × n numbers, one row after the other. Takes time and memory that grow with the
 * square of n: for some thousand at most.
 */
export function pairwiseDistances(points: Points): Float64Array {
  const {values, dimensions} = points;
  const n = countPoints(points);
  const distances = new Float64Array(n * n);
  for (let i = 0; i < n; ++i) {
    for (let j = i + 1; j < n; ++j) {
      const squared = squaredDistance(values, i * dimensions, values, j * dimensions, dimensions);
      distances[i * n + j] = distances[j * n + i] = Math.sqrt(squared);
    }
  }
  return distances;
}
