import fc from "fast-check";
import {expect, test} from "vitest";
import {splitRateChange, type TwoPeriods} from "../../../../data-loaders/statistics/drivers/split-rate-change.ts";

// by hand: shares 0.5 and 0.5 become 0.2 and 0.8; rates 0.4 and 0.2 become 0.4 and 0.1; the rate of all 0.3 becomes 0.16
test("splitRateChange(groups) splits a change into mix and rate", () => {
  const parts = splitRateChange([groupOf([40, 100], [40, 100]), groupOf([20, 100], [40, 400])]);
  expect(parts.map(({mix, rate}) => [mix.toFixed(12), rate.toFixed(12)])).toEqual([
    ["-0.051000000000", "0.000000000000"],
    ["-0.024000000000", "-0.065000000000"]
  ]);
});

// Kitagawa (1955): with equal rates there is nothing but composition, with equal composition nothing but rates
test("splitRateChange(groups) gives no mix for equal shares, no rate for equal rates", () => {
  const sameShares = splitRateChange([groupOf([10, 100], [20, 200]), groupOf([50, 300], [60, 600])]);
  expect(sameShares.map(({mix}) => Math.abs(mix) < 1e-15)).toEqual([true, true]);
  const sameRates = splitRateChange([groupOf([10, 100], [20, 200]), groupOf([60, 300], [20, 100])]);
  expect(sameRates.map(({rate}) => rate)).toEqual([0, 0]);
});

test("splitRateChange(groups) gives mix alone to a group of one period", () => {
  const [mere, gone] = splitRateChange([groupOf([10, 100], [10, 100]), groupOf([30, 100], [0, 0])]);
  expect(mere?.rate).toBe(0);
  expect(gone?.rate).toBe(0);
  expect((mere?.mix ?? 0) + (gone?.mix ?? 0)).toBeCloseTo(0.1 - 0.2, 14);
});

test("splitRateChange(groups) gives parts of 0 without groups or trials", () => {
  expect(splitRateChange([])).toEqual([]);
  expect(splitRateChange([groupOf([0, 0], [5, 9])])).toEqual([{mix: 0, rate: 0}]);
  expect(splitRateChange([groupOf([3, 9], [0, 0])])).toEqual([{mix: 0, rate: 0}]);
});

const proportion = fc
  .tuple(fc.integer({min: 0, max: 100_000}), fc.double({min: 0, max: 1, noNaN: true}))
  .map(([trials, share]): [number, number] => [Math.floor(trials * share), trials]);

test("splitRateChange(groups): the parts add up to the change, and turn their signs with time, for any groups", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(proportion, proportion), {minLength: 1, maxLength: 12}), (list) => {
      const groups = list.map(([before, after]) => groupOf(before, after));
      const rate = (side: "before" | "after") =>
        sum(groups.map((group) => group[side].successes)) / sum(groups.map((group) => group[side].trials));
      const change = rate("after") - rate("before");
      const parts = splitRateChange(groups);
      if (Number.isNaN(change)) return;
      expect(Math.abs(sum(parts.map((part) => part.mix + part.rate)) - change)).toBeLessThan(1e-12);
      const back = splitRateChange(groups.map(({before, after}) => ({before: after, after: before})));
      back.forEach((part, i) => {
        expect(Math.abs(part.mix + (parts[i]?.mix ?? 0))).toBeLessThan(1e-12);
        expect(Math.abs(part.rate + (parts[i]?.rate ?? 0))).toBeLessThan(1e-12);
      });
    }),
    {seed: 1}
  );
});

function groupOf(before: [number, number], after: [number, number]): TwoPeriods {
  return {
    before: {successes: before[0], trials: before[1]},
    after: {successes: after[0], trials: after[1]}
  };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
