import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {packPoints} from "../../../data-loaders/segmentation/points.ts";
import {fitWeighted, labelPoints} from "../../../data-loaders/segmentation/weighted-k-means.ts";
import {plainLloyd} from "../../fixtures/plain-lloyd.ts";

const coordinate = fc.integer({min: -9, max: 9});
const weighted = fc.record({point: fc.tuple(coordinate, coordinate), weight: fc.integer({min: 1, max: 4})});

describe("fitWeighted(points, weights, start)", () => {
  test("fitWeighted(points, weights, start) finds the means of clusters, by weight", () => {
    const points = packPoints([
      [0, 0],
      [0, 1],
      [9, 9],
      [10, 9]
    ]);
    const {centroids, totals, inertia} = fitWeighted(points, Float64Array.of(3, 1, 1, 1), Float64Array.of(0, 0, 9, 9));
    expect([...centroids]).toEqual([0, 0.25, 9.5, 9]);
    expect([...totals]).toEqual([4, 2]);
    expect(inertia).toBeCloseTo(3 * 0.25 ** 2 + 0.75 ** 2 + 0.5, 12);
  });

  test("fitWeighted(points, weights, start) ends where Lloyd's steps without bounds end", () => {
    fc.assert(
      fc.property(fc.array(weighted, {minLength: 4, maxLength: 40}), fc.integer({min: 2, max: 4}), (list, k) => {
        const start = list.slice(0, k).map(({point}) => [...point]);
        const points = packPoints(list.map(({point}) => [...point]));
        const weights = Float64Array.from(list, ({weight}) => weight);
        const {inertia} = fitWeighted(points, weights, packPoints(start).values);
        expect(inertia).toBeCloseTo(plainLloyd(list, start).inertia, 6);
      }),
      {numRuns: 300, seed: 1}
    );
  });

  test("fitWeighted(points, weights, start) leaves out points without weight, and a centroid without points where it is", () => {
    const {centroids, totals} = fitWeighted(
      packPoints([[0], [1], [50]]),
      Float64Array.of(1, 1, 0),
      Float64Array.of(0, 40)
    );
    expect([...centroids]).toEqual([0.5, 40]);
    expect([...totals]).toEqual([2, 0]);
  });

  test("fitWeighted(no points, no weights, start) gives the start and 0", () => {
    const {centroids, inertia} = fitWeighted(
      {values: new Float64Array(), dimensions: 1},
      new Float64Array(),
      Float64Array.of(3)
    );
    expect([[...centroids], inertia]).toEqual([[3], 0]);
  });
});

test("labelPoints(points, centroids) gives the nearest, ties to the first", () => {
  expect([...labelPoints(packPoints([[0], [4], [9]]), Float64Array.of(2, 6))]).toEqual([0, 0, 1]);
  expect([...labelPoints(packPoints([]), Float64Array.of())]).toEqual([]);
});
