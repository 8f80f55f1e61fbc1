import {expect, test} from "vitest";
import {median} from "../../../../data-loaders/statistics/anomalies/median.ts";

test("median(values) is the middle one, or the mean of the middle two", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([10, 1, 4, 3])).toBe(3.5);
  expect(median([])).toBeNaN();
});

test("median(values) leaves the values as they are", () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});
