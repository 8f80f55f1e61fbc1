import {setImmediate} from "node:timers/promises";
import {adjustedRandIndex} from "../../statistics/adjusted-rand-index.ts";
import {fitStarts} from "../k-means-plus-plus.ts";
import {type Points, countPoints} from "../points.ts";
import {fitWeighted, labelPoints} from "../weighted-k-means.ts";

/** How to draw resamples. */
export interface BootstrapOptions {
  resamples: number;
  /** how many starts by k-means++ each fit has besides the centroids that it is compared with */
  starts: number;
  random: () => number;
}

/**
 * How far clusters hang on who happens to be in the data: for each of some resamples (as many points, drawn with replacement)
 * the adjusted Rand index between the labels that the clusters found in it give to all points and those of the given centroids
 * (Fang and Wang 2012, Selection of the number of clusters via the bootstrap method). An empty array without resamples.
 */
export async function bootstrapStability(
  points: Points,
  centroids: Float64Array,
  {resamples, starts, random}: BootstrapOptions
): Promise<number[]> {
  const labels = labelPoints(points, centroids);
  const k = centroids.length / points.dimensions;
  const found: number[] = [];
  for (let resample = 0; resample < resamples; ++resample) {
    const drawn = drawPoints(points, random);
    const known = fitWeighted(drawn.points, drawn.weights, centroids);
    const fresh = fitStarts(drawn.points, drawn.weights, {k, starts, random});
    const best = starts > 0 && fresh.inertia < known.inertia ? fresh : known;
    found.push(adjustedRandIndex(labels, labelPoints(points, best.centroids)));
    // lets queries that run at the same time go on
    await setImmediate();
  }
  return found;
}

// each point that is drawn at least once, with how often it is
function drawPoints(points: Points, random: () => number): {points: Points; weights: Float64Array} {
  const {values, dimensions} = points;
  const n = countPoints(points);
  const times = new Uint32Array(n);
  for (let i = 0; i < n; ++i) {
    const drawn = Math.floor(random() * n);
    times[drawn] = (times[drawn] as number) + 1;
  }
  const chosen = Float64Array.from(times.filter((count) => count > 0));
  const copied = new Float64Array(chosen.length * dimensions);
  let at = 0;
  times.forEach((count, i) => {
    if (count === 0) return;
    copied.set(values.subarray(i * dimensions, (i + 1) * dimensions), at);
    at += dimensions;
  });
  return {points: {values: copied, dimensions}, weights: chosen};
}
