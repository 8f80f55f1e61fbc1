import {expect, test} from "vitest";
import {weighAmountDriver} from "../../../../data-loaders/statistics/drivers/weigh-amount-driver.ts";
import {twoProportionTest} from "../../../../data-loaders/statistics/two-proportion-test.ts";

const all = countOf(1000, 2000);

test("weighAmountDriver(group, all, lengthRatio) weighs what grew more than the others", () => {
  const campaign = weighAmountDriver(countOf(0, 900), all, 1);
  const source = weighAmountDriver(countOf(100, 1000), all, 1);
  const rest = weighAmountDriver(countOf(900, 1000), all, 1);
  expect(campaign.score).toBeGreaterThan(source.score);
  expect(source.score).toBeGreaterThan(100);
  expect(rest.score).toBe(0);
});

test("weighAmountDriver(group, all, lengthRatio) tests a count as a share of all in each period", () => {
  const {pValue} = weighAmountDriver(countOf(300, 660), all, 1);
  const proportions = [
    {successes: 300, trials: 1000},
    {successes: 660, trials: 2000}
  ] as const;
  expect(pValue).toBeCloseTo(twoProportionTest(...proportions), 12);
});

test("weighAmountDriver(group, all, lengthRatio) is as sure of amounts of 10 each as of a tenth as many things", () => {
  const {pValue} = weighAmountDriver({before: 300, after: 660, squares: 9600}, {...all, squares: 30_000}, 1);
  expect(pValue).toBeCloseTo(weighAmountDriver(countOf(30, 66), countOf(100, 200), 1).pValue, 12);
});

test("weighAmountDriver(group, all, lengthRatio) is less sure of a group whose things are larger than those of others", () => {
  const amounts = {before: 0, after: 90};
  const small = weighAmountDriver({...amounts, squares: 90}, {...all, squares: 3000}, 1);
  const large = weighAmountDriver({...amounts, squares: 90 * 20}, {...all, squares: 3000 + 90 * 19}, 1);
  expect(small.pValue).toBeLessThan(1e-10);
  expect(large.pValue).toBeGreaterThan(0.05);
});

test("weighAmountDriver(group, all, lengthRatio) is not surprised by what grew as the others", () => {
  expect(weighAmountDriver(countOf(300, 600), all, 1).pValue).toBeCloseTo(1, 6);
  expect(weighAmountDriver(countOf(300, 600), all, 1).score).toBeCloseTo(0, 9);
});

test("weighAmountDriver(group, all, lengthRatio) is as sure of a short period as of what was counted in it", () => {
  // a seventh of the days after, or before
  const [shortAfter, shortBefore] = [countOf(700, 130), countOf(130, 700)];
  const after = weighAmountDriver(shortAfter, countOf(7000, 1000), 1 / 7);
  const before = weighAmountDriver(shortBefore, countOf(1000, 7000), 7);
  expect(after.pValue).toBeCloseTo(
    twoProportionTest({successes: 700, trials: 7000}, {successes: 130, trials: 1000}),
    12
  );
  expect(before.pValue).toBeCloseTo(after.pValue, 12);
  expect([after.score > 0, before.score > 0]).toEqual([true, true]);
});

test("weighAmountDriver(group, all, lengthRatio) names no group that fell when it is told as for as many days", () => {
  expect(weighAmountDriver(countOf(300, 900), countOf(1000, 2000), 4).score).toBe(0);
});

test("weighAmountDriver(group, all, lengthRatio) weighs nothing where the group is all or nothing", () => {
  expect(weighAmountDriver(all, all, 1)).toEqual({score: 0, pValue: 1});
  expect(weighAmountDriver(countOf(0, 0), all, 1)).toEqual({score: 0, pValue: 1});
  expect(weighAmountDriver(countOf(0, 5), countOf(0, 9), 1)).toEqual({score: 0, pValue: 1});
});

function countOf(before: number, after: number) {
  return {before, after, squares: before + after};
}
