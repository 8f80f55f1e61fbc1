import {expect, test} from "vitest";
import type {TwoPeriods} from "../../../../data-loaders/statistics/drivers/split-rate-change.ts";
import {weighRateDriver} from "../../../../data-loaders/statistics/drivers/weigh-rate-driver.ts";

// 100 of 1,000 sessions on Safari, 400 more on other phones, 500 elsewhere: the rate of Safari alone falls from 0.5 to 0.1
const all = periods([500, 1000], [460, 1000]);
const safari = periods([50, 100], [10, 100]);
const phones = periods([250, 500], [210, 500]);
const elsewhere = periods([250, 500], [250, 500]);

test("weighRateDriver(group, all) weighs the cause above what contains it, and that above the rest", () => {
  const scores = [safari, phones, elsewhere].map((group) => weighRateDriver(group, all).score);
  expect(scores[0]).toBeGreaterThan(3 * Number(scores[1]));
  expect(scores[1]).toBeGreaterThan(Number(scores[2]));
  expect(scores[2]).toBe(0);
});

test("weighRateDriver(group, all) weighs a group that came, with a rate of its own", () => {
  const [before, after] = [periods([100, 1000], [100, 1000]), periods([100, 1000], [110, 2000])];
  const promotion = periods([0, 0], [10, 1000]);
  expect(weighRateDriver(promotion, after).score).toBeGreaterThan(10);
  expect(weighRateDriver(promotion, after).pValue).toBeLessThan(1e-6);
  // as readily as the others: it matters to nothing
  expect(weighRateDriver(periods([0, 0], [100, 1000]), periods([100, 1000], [200, 2000])).score).toBeCloseTo(0, 9);
  expect(weighRateDriver(periods([50, 500], [50, 500]), before)).toEqual({score: 0, pValue: 1});
});

test("weighRateDriver(group, all) counts what goes against a sure change for nothing", () => {
  const change = periods([5000, 10_000], [2000, 10_000]);
  expect(weighRateDriver(periods([100, 1000], [300, 1000]), change).score).toBeLessThan(1e-9);
});

test("weighRateDriver(group, all) weighs nothing where there is no rest, or no group", () => {
  expect(weighRateDriver(all, all)).toEqual({score: 0, pValue: 1});
  expect(weighRateDriver(periods([0, 0], [0, 0]), all)).toEqual({score: 0, pValue: 1});
  expect(weighRateDriver(periods([1, 2], [0, 0]), periods([2, 4], [0, 0]))).toEqual({score: 0, pValue: 1});
});

function periods(before: [number, number], after: [number, number]): TwoPeriods {
  return {
    before: {successes: before[0], trials: before[1]},
    after: {successes: after[0], trials: after[1]}
  };
}
