import fc from "fast-check";
import {expect, test} from "vitest";
import {findChangePoints} from "../../../../data-loaders/statistics/anomalies/find-change-points.ts";
import {median} from "../../../../data-loaders/statistics/anomalies/median.ts";
import {nile} from "./nile.ts";

// Zeileis et al., documentation of R's strucchange, breakpoints() and breakdates(): one breakpoint by BIC, the flows drop in 1898, which is
// the 28th year and the last of its segment
test("findChangePoints(values) finds the change of the Nile's flow after 1898", () => {
  const steps = nile.slice(1).map((flow, i) => Math.abs(flow - (nile[i] as number)));
  const variance = (1.4826 * median(steps)) ** 2 / 2;
  expect(findChangePoints(nile, {penalty: 6 * variance * Math.log(nile.length)})).toEqual([28]);
});

test("findChangePoints(values, {weights}) counts what weighs nothing for nothing", () => {
  const values = [1, 1, 50, 1, 9, 9, 9, -50, 9];
  const weights = values.map((value) => (Math.abs(value) === 50 ? 0 : 1));
  expect(findChangePoints(values, {penalty: 10, weights})).toEqual([4]);
});

test("findChangePoints(values) finds none in what is constant, short or empty, and throws for a penalty below 0", () => {
  expect(findChangePoints([5, 5, 5, 5], {penalty: 1})).toEqual([]);
  expect(findChangePoints([1], {penalty: 0, minimumLength: 7})).toEqual([]);
  expect(findChangePoints([], {penalty: 1})).toEqual([]);
  expect(() => findChangePoints([1], {penalty: -1})).toThrow("invalid penalty; below 0: -1");
});

test("findChangePoints(values) costs as little as the best of all divisions", () => {
  const values = fc.array(fc.integer({min: -5, max: 5}), {minLength: 1, maxLength: 9});
  fc.assert(
    fc.property(values, fc.integer({min: 1, max: 30}), fc.integer({min: 1, max: 3}), (list, penalty, minimumLength) => {
      const points = findChangePoints(list, {penalty, minimumLength});
      expect(costOf(list, points, penalty)).toBeCloseTo(leastCost(list, penalty, minimumLength), 9);
    }),
    {numRuns: 200, seed: 1}
  );
});

function costOf(values: number[], points: number[], penalty: number): number {
  const edges = [0, ...points, values.length];
  const segments = edges.slice(1).map((until, i) => values.slice(edges[i], until));
  const squares = segments.map((list) => {
    const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
    return list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  });
  return squares.reduce((sum, square) => sum + square, 0) + penalty * points.length;
}

// every set of change points there is
function leastCost(values: number[], penalty: number, minimumLength: number): number {
  let least = costOf(values, [], penalty);
  for (let bits = 1; bits < 2 ** (values.length - 1); ++bits) {
    const points = values.flatMap((_, i) => (i > 0 && bits & (1 << (i - 1)) ? [i] : []));
    const edges = [0, ...points, values.length];
    if (edges.slice(1).every((until, i) => until - (edges[i] as number) >= minimumLength)) {
      least = Math.min(least, costOf(values, points, penalty));
    }
  }
  return least;
}
