import {expect, test} from "vitest";
import {chiSquareUpperTail} from "../../../../data-loaders/statistics/survival/chi-square-upper-tail.ts";

test.each([
  // Abramowitz, M. and Stegun, I. A. (1964), Handbook of mathematical functions, table 26.8
  [3.84146, 1, 0.05],
  [6.6349, 1, 0.01],
  [5.99147, 2, 0.05],
  [11.0705, 5, 0.05],
  [18.307, 10, 0.05],
  [43.773, 30, 0.05]
])("chiSquareUpperTail(%d, %d) is %d", (x, degreesOfFreedom, tail) => {
  expect(chiSquareUpperTail(x, degreesOfFreedom)).toBeCloseTo(tail, 5);
});

test("chiSquareUpperTail(x, degreesOfFreedom) is 1 at 0 and below", () => {
  expect(chiSquareUpperTail(0, 3)).toBe(1);
  expect(chiSquareUpperTail(-1, 2)).toBe(1);
});

test("chiSquareUpperTail(x, degreesOfFreedom) throws for degrees of freedom that are none", () => {
  expect(() => chiSquareUpperTail(1, 0)).toThrow("invalid degrees of freedom; not a whole number from 1: 0");
});
