import {expect, test} from "vitest";
import {fitLevels} from "../../../../data-loaders/statistics/anomalies/fit-levels.ts";

const ones = Array.from({length: 60}, () => 1);
const round = (value: number) => Math.round(value * 100) / 100;

test("fitLevels(counts, exposures) is the rate of counts by exposure", () => {
  const exposures = ones.map((_, i) => 1 + (i % 5));
  const levels = fitLevels(
    exposures.map((exposure) => 3 * exposure),
    exposures
  );
  expect(levels.map(({value}) => round(value))).toEqual(ones.map(() => 3));
});

test("fitLevels(counts, exposures) follows a trend, and is less sure at its ends", () => {
  const levels = fitLevels(
    ones.map((_, i) => 100 + i),
    ones
  );
  expect(levels[30]?.value).toBeCloseTo(130, 6);
  expect(Math.abs((levels[59]?.value ?? 0) - 159)).toBeLessThan(3);
  expect(levels[59]?.variance).toBeGreaterThan(2 * (levels[30]?.variance ?? 0));
});

test("fitLevels(counts, exposures, {isMasked, breaks}) leaves out days, and fits nothing across breaks", () => {
  const counts = ones.map((_, i) => (i === 10 ? 900 : i < 30 ? 4 : 8));
  const levels = fitLevels(counts, ones, {isMasked: ones.map((_, i) => i === 10), breaks: [30]});
  expect([0, 10, 29, 30, 59].map((i) => round(levels[i]?.value ?? NaN))).toEqual([4, 4, 4, 8, 8]);
});

test("fitLevels(counts, exposures) stays above 0, and knows nothing without exposure", () => {
  expect(fitLevels([0, 0], [1, 1]).map(({value}) => value)).toEqual([0.25, 0.25]);
  expect(fitLevels([0], [0])).toEqual([{value: 0, variance: Infinity}]);
  expect(fitLevels([], [])).toEqual([]);
});
