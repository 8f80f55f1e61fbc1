/** Points of the same number of dimensions, one after the other in one array, which is several times faster to go through. */
export interface Points {
  values: Float64Array;
  dimensions: number;
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

/** How many points there are. */
export function countPoints({values, dimensions}: Points): number {
  return dimensions > 0 ? values.length / dimensions : 0;
}

/** A weight of 1 for each point. */
export function equalWeights(points: Points): Float64Array {
  return new Float64Array(countPoints(points)).fill(1);
}

/** The first points, as many as there are up to a number, without a copy. */
export function firstPoints({values, dimensions}: Points, most: number): Points {
  return {values: values.subarray(0, most * dimensions), dimensions};
}

/** The Euclidean distance between two points. */
export function distanceBetween(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(squaredDistance(a, 0, b, 0, a.length));
}

/** The squared Euclidean distance between the point that begins at `i` of one array and that which begins at `j` of another. */
export function squaredDistance(a: Float64Array, i: number, b: Float64Array, j: number, dimensions: number): number {
  let sum = 0;
  for (let d = 0; d < dimensions; ++d) {
    const difference = (a[i + d] as number) - (b[j + d] as number);
    sum += difference * difference;
  }
  return sum;
}
