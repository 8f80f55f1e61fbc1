import {expect, test} from "vitest";
import {adjustedRandIndex} from "../../../data-loaders/statistics/adjusted-rand-index.ts";

test.each([
  // the examples in the documentation of scikit-learn 1.2.1, sklearn.metrics.adjusted_rand_score
  [[0, 0, 1, 1], [1, 1, 0, 0], 1],
  [[0, 0, 1, 2], [0, 0, 1, 1], 0.5714285714285714],
  [[0, 0, 1, 1], [0, 0, 1, 2], 0.5714285714285714],
  [[0, 0, 0, 0], [0, 1, 2, 3], 0],
  // computed with it
  [[0, 0, 1, 1, 2, 2], [0, 1, 0, 1, 0, 1], -0.36363636363636365]
])("adjustedRandIndex(%j, %j) is %d", (a, b, expected) => {
  expect(adjustedRandIndex(a, b)).toBeCloseTo(expected, 12);
});

test("adjustedRandIndex(a, b) is 1 where neither divides anything", () => {
  expect(adjustedRandIndex([0, 0, 0], [0, 0, 0])).toBe(1);
  expect(adjustedRandIndex([0], [0])).toBe(1);
  expect(adjustedRandIndex([], [])).toBe(1);
});

test("adjustedRandIndex(a, b) throws when they are not equally long", () => {
  expect(() => adjustedRandIndex([0, 1], [0])).toThrow("divisions of different things: 2 against 1");
});
