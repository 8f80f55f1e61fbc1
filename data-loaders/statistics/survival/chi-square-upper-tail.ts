import {normalUpperTail} from "../normal-distribution.ts";

/**
 * The probability that a chi-square variable exceeds `x`; 1 for an `x` of 0 or less. Throws unless the degrees of freedom are a
 * whole number from 1.
 *
 * Source: Abramowitz and Stegun (1964), Handbook of mathematical functions, 26.4.4 and 26.4.5.
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  if (!(Number.isInteger(degreesOfFreedom) && degreesOfFreedom >= 1)) {
    throw new Error(`invalid degrees of freedom; not a whole number from 1: ${degreesOfFreedom}`);
  }
  if (x <= 0) return 1;
  const isOdd = degreesOfFreedom % 2 === 1;
  let term = isOdd ? Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2) : Math.exp(-x / 2);
  let tail = isOdd ? 2 * normalUpperTail(Math.sqrt(x)) : 0;
  for (let i = isOdd ? 3 : 2; i <= degreesOfFreedom; i += 2) {
    tail += term;
    term *= x / i;
  }
  return Math.min(1, tail);
}
