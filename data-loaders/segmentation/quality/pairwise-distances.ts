import type {Points} from "../points.ts";

/**
 * The Euclidean distances between n points, as n × n numbers, one row after the other. Takes time and memory that grow with the
 * square of n: for some thousand at most.
 */
export function pairwiseDistances({values, dimensions}: Points): Float64Array {
  const n = dimensions > 0 ? values.length / dimensions : 0;
  const distances = new Float64Array(n * n);
  for (let i = 0; i < n; ++i) {
    for (let j = i + 1; j < n; ++j) {
      let sum = 0;
      for (let d = 0; d < dimensions; ++d) {
        const difference = (values[i * dimensions + d] as number) - (values[j * dimensions + d] as number);
        sum += difference * difference;
      }
      distances[i * n + j] = distances[j * n + i] = Math.sqrt(sum);
    }
  }
  return distances;
}
