import {expect, test} from "vitest";
import {bootstrapStability} from "../../../../data-loaders/segmentation/quality/bootstrap-stability.ts";
import {seededRandom} from "../../../../data-loaders/statistics/seeded-random.ts";
import {packPoints} from "../../../../data-loaders/segmentation/points.ts";

const options = {resamples: 10, starts: 2};

test("bootstrapStability(points, centroids) is 1 for clusters that are far apart", async () => {
  const points = packPoints(Array.from({length: 60}, (_, i) => [(i % 3) * 100 + (i % 7)]));
  const found = await bootstrapStability(points, Float64Array.of(3, 103, 203), {...options, random: seededRandom(1)});
  expect(found).toEqual(Array(10).fill(1));
});

test("bootstrapStability(points, centroids) is low for clusters that are cut out of one cloud", async () => {
  const random = seededRandom(2);
  const points = packPoints(Array.from({length: 300}, () => [random(), random(), random()]));
  const centroids = Float64Array.of(0.2, 0.5, 0.5, 0.5, 0.2, 0.5, 0.5, 0.5, 0.2, 0.8, 0.8, 0.8);
  const found = await bootstrapStability(points, centroids, {...options, random});
  expect(Math.max(...found)).toBeLessThan(0.9);
});

test("bootstrapStability(points, centroids) is the same for the same seed, and empty without resamples", async () => {
  const points = packPoints([[0], [1], [2], [5], [6], [9]]);
  const run = (resamples: number) =>
    bootstrapStability(points, Float64Array.of(1, 7), {resamples, starts: 1, random: seededRandom(3)});
  expect(await run(4)).toEqual(await run(4));
  expect(await run(0)).toEqual([]);
});
