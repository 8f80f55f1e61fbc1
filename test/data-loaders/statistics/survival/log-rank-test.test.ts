import {expect, test} from "vitest";
import {logRankTest} from "../../../../data-loaders/statistics/survival/log-rank-test.ts";
import {freireich, readCounts} from "./freireich.ts";

test("logRankTest(groups) tells Freireich's patients with 6-MP from those with a placebo", () => {
  // Kleinbaum, D. G. and Klein, M. (2012), Survival analysis, chapter 2: 16.79 on one degree of freedom
  const test = logRankTest([freireich.treated, freireich.placebo]);
  expect(test?.chiSquare).toBeCloseTo(16.79, 2);
  expect(test?.degreesOfFreedom).toBe(1);
  expect(test?.pValue).toBeCloseTo(0.0000417, 7);
});

test("logRankTest(groups) is the same in any order of the groups", () => {
  const groups = [freireich.treated, freireich.placebo, readCounts("3 5 5+ 9 12+ 30")];
  const test = logRankTest(groups);
  expect(test?.degreesOfFreedom).toBe(2);
  expect(logRankTest([...groups].reverse())?.chiSquare).toBeCloseTo(test?.chiSquare ?? NaN, 9);
});

test("logRankTest(groups) finds nothing between groups that are the same", () => {
  expect(logRankTest([freireich.treated, freireich.treated, freireich.treated])).toEqual({
    chiSquare: expect.closeTo(0, 12) as number,
    degreesOfFreedom: 2,
    pValue: expect.closeTo(1, 12) as number
  });
});

test("logRankTest(groups) is null where there is nothing to compare", () => {
  expect(logRankTest([])).toBeNull();
  expect(logRankTest([freireich.treated])).toBeNull();
  expect(logRankTest([readCounts("3+ 4+"), readCounts("5+")])).toBeNull();
  // the only event comes when nobody of the other group is left
  expect(logRankTest([readCounts("3+ 4+"), readCounts("5 6+")])).toBeNull();
});
