import fc from "fast-check";
import {expect, test} from "vitest";
import {fitClusters, inertia, type WeightedPoint} from "../../../data-loaders/segmentation/fit-clusters.ts";
import {bestInertia} from "../../fixtures/best-inertia.ts";

test("fitClusters(sample, points, {k}) finds the means of clusters, by weight and sorted", async () => {
  const points = [
    {point: [0, 0], weight: 3},
    {point: [0, 1], weight: 1},
    {point: [9, 9], weight: 1},
    {point: [10, 9], weight: 1},
    {point: [-8, 5], weight: 2}
  ];
  expect(await fitClusters(sampleOf(points), points, {k: 3, seeds: 10})).toEqual([
    [-8, 5],
    [0, 0.25],
    [9.5, 9]
  ]);
});

test("fitClusters(sample, points, {k}) is as good as the best of all divisions", async () => {
  const coordinate = fc.integer({min: -9, max: 9});
  const weighted = fc.record({point: fc.tuple(coordinate, coordinate), weight: fc.integer({min: 1, max: 4})});
  const distinct = fc.uniqueArray(weighted, {minLength: 3, maxLength: 7, selector: ({point}) => point.join()});
  await fc.assert(
    fc.asyncProperty(distinct, fc.integer({min: 2, max: 3}), async (points, k) => {
      const found = inertia(points, await fitClusters(sampleOf(points), points, {k, seeds: 40}));
      expect(found).toBeCloseTo(bestInertia(points, k), 9);
    }),
    {numRuns: 60, seed: 1}
  );
});

test("fitClusters(sample, points, {k}) gives the points where no more than k are distinct", async () => {
  const points = [
    {point: [2, 1], weight: 5},
    {point: [1, 2], weight: 1}
  ];
  expect(await fitClusters(sampleOf(points), points, {k: 3, seeds: 1})).toEqual([
    [1, 2],
    [2, 1]
  ]);
});

test("fitClusters(sample, points, {k}) clusters where the sample has fewer distinct points than k", async () => {
  const points = [0, 1, 10, 11].map((x) => ({point: [x], weight: 1}));
  const centroids = await fitClusters([[0], [0]], points, {k: 2, seeds: 1});
  expect(centroids).toEqual([[0.5], [10.5]]);
});

test("fitClusters(sample, points, {k}) gives one centroid for one user, none for nobody", async () => {
  expect(await fitClusters([[1, 2]], [{point: [1, 2], weight: 1}], {k: 3, seeds: 1})).toEqual([[1, 2]]);
  expect(await fitClusters([], [], {k: 3, seeds: 1})).toEqual([]);
});

test("fitClusters(sample, points, {k}) ignores features that are the same for everybody", async () => {
  const points = [0, 1, 10, 11].map((x) => ({point: [7, x, 0], weight: 1}));
  expect(await fitClusters(sampleOf(points), points, {k: 2, seeds: 3})).toEqual([
    [7, 0.5, 0],
    [7, 10.5, 0]
  ]);
});

test("fitClusters(sample, points, {k}) gives the same twice", async () => {
  const points = Array.from({length: 50}, (_, i) => ({point: [(i * 37) % 50, (i * 17) % 50], weight: 1 + (i % 3)}));
  const fit = () => fitClusters(sampleOf(points), points, {k: 4, seeds: 3});
  expect(await fit()).toEqual(await fit());
});

test.each([NaN, Infinity])("fitClusters(sample, points, {k}) throws when a coordinate is %d", async (value) => {
  const points = [{point: [0, value], weight: 1}];
  await expect(fitClusters([], points, {k: 2, seeds: 1})).rejects.toThrow(
    `cannot cluster [0, ${value}]: not a finite number`
  );
});

test("inertia(points, centroids) weighs the squared distances to the nearest", () => {
  const points = [
    {point: [0, 0], weight: 2},
    {point: [3, 4], weight: 1}
  ];
  expect(inertia(points, [[0, 1]])).toBe(2 + 18);
  expect(inertia([], [[0, 1]])).toBe(0);
});

function sampleOf(points: WeightedPoint[]): number[][] {
  return points.flatMap(({point, weight}) => Array.from({length: weight}, () => point));
}
