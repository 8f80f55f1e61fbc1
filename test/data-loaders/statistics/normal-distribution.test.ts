import {expect, test} from "vitest";
import {normalQuantile, normalUpperTail, twoSidedPValue} from "../../../data-loaders/statistics/normal-distribution.ts";

// Abramowitz, M. and Stegun, I. (1964), Handbook of Mathematical Functions, table 26.1 (P(x) and Q(x)) and table 26.2
// (minus the logarithm of Q(x) to base 10)
test.each([
  [0, "5.00000000000e-1"],
  [0.5, "3.08537538726e-1"],
  [1, "1.58655253931e-1"],
  [2, "2.27501319482e-2"],
  [3, "1.34989803163e-3"],
  [-1, "8.41344746069e-1"]
])("normalUpperTail(%d) is as published", (z, tail) => {
  expect(normalUpperTail(z).toExponential(11)).toBe(tail);
});

test.each([
  [5, 6.54265],
  [10, 23.11805],
  [20, 88.5601],
  [30, 197.30921]
])("normalUpperTail(%d) is as published, far out", (z, minusLog) => {
  expect(-Math.log10(normalUpperTail(z))).toBeCloseTo(minusLog, 5);
});

test("normalUpperTail is smooth where its two ways meet, and knows its ends", () => {
  expect(normalUpperTail(3 + 1e-12) / normalUpperTail(3)).toBeCloseTo(1, 10);
  expect([-Infinity, Infinity, NaN].map(normalUpperTail)).toEqual([1, 0, NaN]);
});

test("twoSidedPValue(z) is the same on both sides", () => {
  expect(twoSidedPValue(1.959963984540054)).toBeCloseTo(0.05, 14);
  expect(twoSidedPValue(-1.959963984540054)).toBe(twoSidedPValue(1.959963984540054));
  expect(twoSidedPValue(0)).toBe(1);
});

// Abramowitz and Stegun (1964), table 26.5
test.each([
  [0.975, "1.95996398"],
  [0.995, "2.57582930"],
  [0.05, "-1.64485363"],
  [0.5, "0.00000000"],
  [0.001, "-3.09023231"]
])("normalQuantile(%d) is as published", (probability, z) => {
  expect((normalQuantile(probability) + 0).toFixed(8).replace("-0.00000000", "0.00000000")).toBe(z);
});

test("normalQuantile undoes normalUpperTail", () => {
  for (const z of [-4, -3, -1, -0.1, 0.3, 2.5, 6]) expect(-normalQuantile(normalUpperTail(z))).toBeCloseTo(z, 8);
});

test("normalQuantile(probability) throws outside [0, 1]", () => {
  expect([0, 1].map(normalQuantile)).toEqual([-Infinity, Infinity]);
  expect(() => normalQuantile(1.5)).toThrow("invalid probability; not in [0, 1]: 1.5");
  expect(() => normalQuantile(NaN)).toThrow("invalid probability; not in [0, 1]: NaN");
});
