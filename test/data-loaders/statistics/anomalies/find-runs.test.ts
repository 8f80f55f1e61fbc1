import {expect, test} from "vitest";
import {findRuns, likeness} from "../../../../data-loaders/statistics/anomalies/find-runs.ts";
import {usualDays} from "../../../../data-loaders/statistics/anomalies/usual-days.ts";
import {seriesOf, simulateDays} from "./series-of.ts";

test("findRuns(series, isMasked) finds the farthest stretch first, none of them overlapping", () => {
  const counts = simulateDays(12).map((count, i) => (i === 20 ? 3 * count : i >= 70 && i < 80 ? 0 : count));
  const runs = findRuns(
    seriesOf(counts),
    counts.map(() => false)
  );
  expect(runs.slice(0, 2)).toEqual([
    {from: 70, until: 80, side: -1},
    {from: 20, until: 21, side: 1}
  ]);
});

test("findRuns(series, isMasked) does not look at what is masked", () => {
  const counts = simulateDays(12).map((count, i) => (i === 20 ? 3 * count : count));
  expect(
    findRuns(
      seriesOf(counts),
      counts.map((_, i) => i === 20)
    ).some(({from}) => from === 20)
  ).toBe(false);
});

// variance of a sum of n values of a first-order autoregression: n + 2 Σ (n − k) ρᵏ, Box and Jenkins (1976), section 2.1
test("likeness(usual, days) is 1 for unrelated days, and more the more alike they are", () => {
  const usual = {...usualDays(seriesOf([5, 5, 5]), []), correlation: 0.5};
  expect(likeness({...usual, correlation: 0}, 14)).toBe(1);
  expect(likeness(usual, 1)).toBe(1);
  expect(likeness(usual, 3)).toBeCloseTo((3 + 2 * (2 * 0.5 + 1 * 0.25)) / 3, 12);
});
