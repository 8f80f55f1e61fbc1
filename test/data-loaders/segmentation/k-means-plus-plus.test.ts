import fc from "fast-check";
import {expect, test} from "vitest";
import {drawStart, fitStarts} from "../../../data-loaders/segmentation/k-means-plus-plus.ts";
import {packPoints} from "../../../data-loaders/segmentation/points.ts";
import {seededRandom} from "../../../data-loaders/statistics/seeded-random.ts";
import {bestInertia} from "../../fixtures/best-inertia.ts";

const coordinate = fc.integer({min: -9, max: 9});
const weighted = fc.record({point: fc.tuple(coordinate, coordinate), weight: fc.integer({min: 1, max: 4})});

test("fitStarts(points, weights, {k, starts, random}) is as good as the best of all divisions", () => {
  const distinct = fc.uniqueArray(weighted, {minLength: 3, maxLength: 7, selector: ({point}) => point.join()});
  fc.assert(
    fc.property(distinct, fc.integer({min: 2, max: 3}), (list, k) => {
      const points = packPoints(list.map(({point}) => [...point]));
      const weights = Float64Array.from(list, ({weight}) => weight);
      const {inertia} = fitStarts(points, weights, {k, starts: 60, random: seededRandom(1)});
      expect(inertia).toBeCloseTo(bestInertia(list, k), 9);
    }),
    {numRuns: 60, seed: 1}
  );
});

test("drawStart(points, weights, {k, random}) draws distinct points, no more than there are", () => {
  const points = packPoints([[1], [1], [2], [1], [7]]);
  const draw = (weights: number[]) => [
    ...drawStart(points, Float64Array.from(weights), {k: 4, random: seededRandom(5)})
  ];
  expect(draw([1, 1, 1, 1, 1]).sort()).toEqual([1, 2, 7]);
  // without weight, as if it were not there
  expect(draw([1, 1, 1, 1, 0]).sort()).toEqual([1, 2]);
  expect(draw([0, 0, 0, 0, 0])).toEqual([]);
});
