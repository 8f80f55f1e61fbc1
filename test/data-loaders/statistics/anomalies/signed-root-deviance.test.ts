import {expect, test} from "vitest";
import {normalUpperTail} from "../../../../data-loaders/statistics/normal-distribution.ts";
import {signedRootDeviance} from "../../../../data-loaders/statistics/anomalies/signed-root-deviance.ts";

const logFactorial = (n: number): number => (n < 2 ? 0 : Math.log(n) + logFactorial(n - 1));
const poisson = (k: number, mean: number) => Math.exp(k * Math.log(mean) - mean - logFactorial(k));
const binomial = (k: number, n: number, p: number) =>
  Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log(1 - p));
const sum = (from: number, to: number, term: (k: number) => number) =>
  Array.from({length: to - from + 1}, (_, i) => term(from + i)).reduce((total, value) => total + value, 0);

// the exact tails of the distributions as oracle
test.each([
  [14, 3],
  [12, 4],
  [60, 30],
  [150, 100]
])("signedRootDeviance(%i, %i) has the tail of the Poisson distribution, above", (observed, mean) => {
  const exact = sum(observed, observed + 200, (k) => poisson(k, mean));
  const log = Math.log(normalUpperTail(signedRootDeviance(observed, mean)));
  expect(Math.abs(log / Math.log(exact) - 1)).toBeLessThan(0.05);
});

test.each([
  [0, 14],
  [3, 20],
  [10, 30],
  [60, 100]
])("signedRootDeviance(%i, %i) has the tail of the Poisson distribution, below", (observed, mean) => {
  const exact = sum(0, observed, (k) => poisson(k, mean));
  const log = Math.log(normalUpperTail(-signedRootDeviance(observed, mean)));
  expect(Math.abs(log / Math.log(exact) - 1)).toBeLessThan(0.05);
});

test.each([
  [7, 42, 0.8],
  [0, 20, 0.5],
  [2, 60, 0.2]
])("signedRootDeviance(%i, expected, %i) has the tail of the binomial distribution", (observed, trials, p) => {
  const exact = sum(0, observed, (k) => binomial(k, trials, p));
  const log = Math.log(normalUpperTail(-signedRootDeviance(observed, p * trials, trials)));
  expect(Math.abs(log / Math.log(exact) - 1)).toBeLessThan(0.05);
});

test("signedRootDeviance(observed, expected, trials, dispersion) is less where counts vary more", () => {
  expect(signedRootDeviance(200, 100, Infinity, 4)).toBeCloseTo(signedRootDeviance(50, 25), 12);
});

test("signedRootDeviance(observed, expected) is 0 for what is near, and where nothing can be told", () => {
  expect([
    signedRootDeviance(3, 3.4),
    signedRootDeviance(3, 0),
    signedRootDeviance(0, 0, 0),
    signedRootDeviance(5, 5, 5),
    signedRootDeviance(3, NaN)
  ]).toEqual([0, 0, 0, 0, 0]);
});
