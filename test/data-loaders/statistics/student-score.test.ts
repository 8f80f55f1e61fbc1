import {expect, test} from "vitest";
import {normalQuantile} from "../../../data-loaders/statistics/normal-distribution.ts";
import {studentScore} from "../../../data-loaders/statistics/student-score.ts";

// NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2: critical values of Student's t distribution
test.each([
  [5, 0.975, 2.571],
  [10, 0.975, 2.228],
  [10, 0.999, 4.144],
  [30, 0.995, 2.75],
  [60, 0.999, 3.232],
  [100, 0.975, 1.984]
])("studentScore(t, %i) of the %d quantile is the normal one", (degrees, probability, t) => {
  expect(studentScore(t, degrees)).toBeCloseTo(normalQuantile(probability), 1.9);
  expect(studentScore(-t, degrees)).toBe(-studentScore(t, degrees));
});

test("studentScore(t, degreesOfFreedom) throws for no degrees of freedom", () => {
  expect(() => studentScore(1, 0)).toThrow("invalid degrees of freedom; not above 0: 0");
});
