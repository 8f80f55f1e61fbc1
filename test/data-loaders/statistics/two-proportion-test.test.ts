import {expect, test} from "vitest";
import {fisherExactTest} from "../../../data-loaders/statistics/fisher-exact-test.ts";
import {twoProportionTest} from "../../../data-loaders/statistics/two-proportion-test.ts";

test("twoProportionTest(first, second) is as in the documentation of statsmodels, proportions_ztest", () => {
  const p = twoProportionTest({successes: 5, trials: 83}, {successes: 12, trials: 99});
  expect(p.toFixed(3)).toBe("0.159");
});

// Agresti, A. (2002), Categorical data analysis, table 2.1: heart attacks on aspirin and placebo; p-value by SciPy 1.17,
// chi2_contingency without correction
test("twoProportionTest(first, second) is right far out", () => {
  const p = twoProportionTest({successes: 104, trials: 11_037}, {successes: 189, trials: 11_034});
  expect(p / 5.691896973740789e-7).toBeCloseTo(1, 9);
});

test("twoProportionTest(first, second) is Fisher's where fewer than five are expected in a cell", () => {
  const [first, second] = [
    {successes: 3, trials: 40},
    {successes: 1, trials: 60}
  ] as const;
  expect(twoProportionTest(first, second)).toBe(fisherExactTest(first, second));
});

test("twoProportionTest(first, second) rounds for Fisher's test", () => {
  const p = twoProportionTest({successes: 2.6, trials: 40.4}, {successes: 1.2, trials: 59.8});
  expect(p).toBe(fisherExactTest({successes: 3, trials: 40}, {successes: 1, trials: 60}));
});

test("twoProportionTest(first, second) is 1 where neither has a success, or neither a failure", () => {
  expect(twoProportionTest({successes: 0, trials: 90}, {successes: 0, trials: 50})).toBe(1);
  expect(twoProportionTest({successes: 90, trials: 90}, {successes: 50, trials: 50})).toBe(1);
});

test("twoProportionTest(first, second) throws for what is no proportion", () => {
  const good = {successes: 1, trials: 2};
  expect(() => twoProportionTest(good, {successes: 3, trials: 2})).toThrow(
    "invalid proportion; not within 0 and the trials: 3 of 2"
  );
  expect(() => twoProportionTest({successes: 0, trials: 0}, good)).toThrow(
    "invalid proportion; not within 0 and the trials: 0 of 0"
  );
});
