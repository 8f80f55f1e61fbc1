import {expect, test} from "vitest";
import {runningMedian} from "../../../../data-loaders/statistics/anomalies/running-median.ts";

test("runningMedian(values, width) removes spikes, keeps steps, and looks at fewer values at the ends", () => {
  expect(runningMedian([1, 1, 90, 1, 1, 7, 7, 7], 3)).toEqual([1, 1, 1, 1, 1, 7, 7, 7]);
  expect(runningMedian([4, 2, 9], 5)).toEqual([4, 4, 4]);
});

test("runningMedian(values, width) leaves out missing values", () => {
  expect(runningMedian([NaN, 2, NaN, NaN, NaN], 3)).toEqual([2, 2, 2, NaN, NaN]);
  expect(runningMedian([], 3)).toEqual([]);
});

test("runningMedian(values, width) throws for an even width", () => {
  expect(() => runningMedian([1], 4)).toThrow("invalid width; not an odd number above 0: 4");
});
