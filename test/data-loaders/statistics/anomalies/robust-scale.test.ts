import {expect, test} from "vitest";
import {normalQuantile} from "../../../../data-loaders/statistics/normal-distribution.ts";
import {robustScale} from "../../../../data-loaders/statistics/anomalies/robust-scale.ts";

test("robustScale(values) is the example of R's documentation of stats::mad, which an outlier does not move", () => {
  expect(robustScale([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeCloseTo(2.9652, 10);
  expect(robustScale([1, 2, 3, 4, 5, 6, 7, 8, 100])).toBeCloseTo(2.9652, 10);
});

// Rousseeuw, P. J. and Croux, C. (1993), Alternatives to the median absolute deviation, JASA 88: 1.4826 = 1 / 0.6745
test("robustScale(values) of the normal distribution's quantiles is 1", () => {
  const quantiles = Array.from({length: 9999}, (_, i) => normalQuantile((i + 1) / 10_000));
  expect(robustScale(quantiles)).toBeCloseTo(1, 3);
});

test("robustScale(values, center) measures from the center; 0 where most are the same, NaN for none", () => {
  expect(robustScale([1, 1], 0)).toBeCloseTo(1.4826, 10);
  expect(robustScale([5, 5, 5, 9])).toBe(0);
  expect(robustScale([])).toBeNaN();
});
