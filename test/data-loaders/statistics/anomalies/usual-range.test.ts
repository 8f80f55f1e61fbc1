import {expect, test} from "vitest";
import {usualRange} from "../../../../data-loaders/statistics/anomalies/usual-range.ts";

test("usualRange(expected, dispersion) is about three standard deviations wide on either side", () => {
  const [low, high] = usualRange(400, 1);
  expect(low).toBeCloseTo(400 - 60 + 2.25, 9);
  expect(high).toBeCloseTo(400 + 60 + 2.25, 9);
  expect(usualRange(400, 4)[1] - 400).toBeGreaterThan(115);
});

test("usualRange(expected, dispersion, trials) stays within 0 and the trials", () => {
  expect(usualRange(1, 1)[0]).toBe(0);
  expect(usualRange(4, 1, 5)).toEqual([expect.closeTo(0.893, 3), 5]);
  expect(usualRange(0, 1, 0)).toEqual([0, 0]);
});
