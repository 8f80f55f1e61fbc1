import {expect, test} from "vitest";
import {benjaminiHochberg} from "../../../data-loaders/statistics/benjamini-hochberg.ts";

// Benjamini and Hochberg (1995), section 3.2: fifteen p-values of a study of thrombolysis, of which the procedure rejects
// the four smallest at 5 %
test("benjaminiHochberg(pValues) rejects what the authors' own example rejects", () => {
  const pValues = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1
  ];
  const corrected = benjaminiHochberg(pValues);
  expect(corrected.filter((p) => p <= 0.05)).toHaveLength(4);
  expect(corrected.slice(0, 5).map((p) => p.toFixed(4))).toEqual(["0.0015", "0.0030", "0.0095", "0.0356", "0.0603"]);
});

test("benjaminiHochberg(pValues) keeps the order of what it is given, and equal ones equal", () => {
  expect(benjaminiHochberg([0.04, 0.01, 0.04])).toEqual([0.04, 0.03, 0.04]);
  expect(benjaminiHochberg([])).toEqual([]);
});

test("benjaminiHochberg(pValues) throws for what is no probability", () => {
  expect(() => benjaminiHochberg([0.5, 1.1])).toThrow("invalid p-value; not in [0, 1]: 1.1");
  expect(() => benjaminiHochberg([NaN])).toThrow("invalid p-value; not in [0, 1]: NaN");
});

test("benjaminiHochberg(pValues, tests) corrects for tests that are not listed", () => {
  expect(benjaminiHochberg([0.001, 0.01], 5)).toEqual(benjaminiHochberg([0.001, 0.01, 1, 1, 1]).slice(0, 2));
  expect(() => benjaminiHochberg([0.1, 0.2], 1)).toThrow("invalid number of tests; below 2 p-values: 1");
});
