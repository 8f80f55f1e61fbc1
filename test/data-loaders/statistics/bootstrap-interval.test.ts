import {expect, test} from "vitest";
import {bootstrapInterval, bootstrapReplicates} from "../../../data-loaders/statistics/bootstrap-interval.ts";
import {seededRandom} from "../../../data-loaders/statistics/seeded-random.ts";

// Efron and Tibshirani (1993), An introduction to the bootstrap, table 1.1: survival of treated mice, in days; table 2.1:
// standard errors of its mean and its median, by infinitely many resamples
const mice = [94, 197, 16, 38, 99, 141, 23];

test.each([
  ["mean", meanOf, 23.36],
  ["median", medianOf, 37.83]
])("bootstrapReplicates(values, %s) spreads as published", (_, statistic, error) => {
  const replicates = bootstrapReplicates(mice, statistic, {resamples: 40_000, random: seededRandom(1)});
  const mean = meanOf(replicates);
  const spread = Math.sqrt(meanOf(replicates.map((replicate) => (replicate - mean) ** 2)));
  expect(Math.abs(spread - error)).toBeLessThan(0.25);
});

test("bootstrapReplicates(values, statistic) is the same for the same seed", () => {
  const draw = () => bootstrapReplicates(mice, meanOf, {resamples: 5, random: seededRandom(7)});
  expect(draw()).toEqual(draw());
});

test("bootstrapInterval(replicates) lies between the quantiles that leave the same on either side", () => {
  const replicates = Array.from({length: 999}, (_, i) => 999 - i);
  expect(bootstrapInterval(replicates).map((end) => end.toFixed(9))).toEqual(["25.000000000", "975.000000000"]);
  expect(bootstrapInterval(replicates, 0.9).map((end) => end.toFixed(9))).toEqual(["50.000000000", "950.000000000"]);
  expect(bootstrapInterval([3])).toEqual([3, 3]);
  expect(bootstrapInterval([1, Infinity, Infinity])).toEqual([1, Infinity]);
});

test("bootstrapInterval(replicates) throws without replicates", () => {
  expect(() => bootstrapInterval([])).toThrow("a bootstrap interval needs replicates; there are 0");
});

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
