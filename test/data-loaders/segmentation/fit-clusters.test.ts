import {expect, test} from "vitest";
import {fitClusters} from "../../../data-loaders/segmentation/fit-clusters.ts";
import {seededRandom} from "../../../data-loaders/statistics/seeded-random.ts";
import {packPoints} from "../../../data-loaders/segmentation/points.ts";

const options = {k: 3, seeds: 10};

test("fitClusters(points, sample, {k}) finds the means of clusters, sorted", async () => {
  const points = packPoints([
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 1],
    [9, 9],
    [10, 9],
    [-8, 5],
    [-8, 5]
  ]);
  expect(await fitClusters(points, points, options)).toEqual([
    [-8, 5],
    [0, 0.25],
    [9.5, 9]
  ]);
});

test("fitClusters(points, sample, {k}) gives the points where no more than k are distinct", async () => {
  const points = packPoints([
    [2, 1],
    [2, 1],
    [1, 2]
  ]);
  expect(await fitClusters(points, points, options)).toEqual([
    [1, 2],
    [2, 1]
  ]);
});

test("fitClusters(points, sample, {k}) clusters where the sample has fewer distinct points than k", async () => {
  const points = packPoints([[0], [1], [10], [11]]);
  expect(await fitClusters(points, packPoints([[0], [0]]), {k: 2, seeds: 1})).toEqual([[0.5], [10.5]]);
});

test("fitClusters(points, sample, {k}) gives one centroid for one user, none for nobody", async () => {
  const one = packPoints([[1, 2]]);
  expect(await fitClusters(one, one, options)).toEqual([[1, 2]]);
  const nobody = packPoints([]);
  expect(await fitClusters(nobody, nobody, options)).toEqual([]);
});

test("fitClusters(points, sample, {k}) ignores features that are the same for everybody", async () => {
  const points = packPoints([0, 1, 10, 11].map((x) => [7, x, 0]));
  expect(await fitClusters(points, points, {k: 2, seeds: 3})).toEqual([
    [7, 0.5, 0],
    [7, 10.5, 0]
  ]);
});

test("fitClusters(points, sample, {k}) gives the same for points in any order", async () => {
  const random = seededRandom(4);
  const rows = Array.from({length: 500}, () => [0, 1, 2].map(() => Math.round(random() ** 3 * 1e6)));
  const sample = packPoints(rows.slice(0, 200));
  const fit = (list: number[][]) => fitClusters(packPoints(list), sample, {k: 4, seeds: 5});
  const found = await fit(rows);
  expect(found.length).toBe(4);
  expect(await fit(rows.toReversed())).toEqual(found);
  expect(await fit(rows.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)))).toEqual(found);
});
