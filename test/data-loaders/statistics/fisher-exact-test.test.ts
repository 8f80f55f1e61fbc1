import {expect, test} from "vitest";
import {fisherExactTest} from "../../../data-loaders/statistics/fisher-exact-test.ts";

test.each([
  // Agresti, A. (2002), Categorical data analysis, p. 91: Fisher's tea drinker, also in R's documentation of fisher.test
  [3, 4, 1, 4, "0.4857"],
  // Fisher (1970), convictions of like-sex twins: R's documentation of fisher.test
  [2, 17, 10, 13, "0.0005"],
  // the documentation of SciPy, scipy.stats.fisher_exact: whales and sharks in two oceans
  [8, 10, 1, 6, "0.0350"],
  // Wikipedia, Fisher's exact test: men and women who diet
  [1, 10, 11, 14, "0.0028"]
])("fisherExactTest(%i of %i, %i of %i) is as published", (a, m, b, n, p) => {
  expect(fisherExactTest({successes: a, trials: m}, {successes: b, trials: n}).toFixed(4)).toBe(p);
});

test("fisherExactTest(first, second) is 1 where nothing could differ, and next to 0 far out", () => {
  expect(fisherExactTest({successes: 0, trials: 5}, {successes: 0, trials: 7})).toBe(1);
  expect(fisherExactTest({successes: 0, trials: 0}, {successes: 3, trials: 7})).toBe(1);
  expect(fisherExactTest({successes: 900, trials: 900}, {successes: 0, trials: 900})).toBeLessThan(1e-300);
});
