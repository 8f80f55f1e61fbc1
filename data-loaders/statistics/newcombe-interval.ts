import type {Proportion} from "./proportion.ts";
import {wilsonInterval} from "../../src/shared/wilson-interval.ts";

/**
 * The interval of the difference of two independent proportions, the first minus the second, as fractions from -1 to 1: made of the
 * Wilson interval of each, at 95 % unless told another quantile `z` of the standard normal. Throws when successes are not within 0
 * and trials, or when there are no trials.
 *
 * Source: Newcombe, R. G. (1998), Interval estimation for the difference between independent proportions: comparison of eleven
 * methods. Statistics in Medicine 17: 873-890, method 10.
 */
export function newcombeInterval(first: Proportion, second: Proportion, z?: number): [low: number, high: number] {
  const [firstLow, firstHigh] = wilsonInterval(first.successes, first.trials, z);
  const [secondLow, secondHigh] = wilsonInterval(second.successes, second.trials, z);
  const a = first.successes / first.trials;
  const b = second.successes / second.trials;
  return [
    Math.max(-1, a - b - Math.hypot(a - firstLow, secondHigh - b)),
    Math.min(1, a - b + Math.hypot(firstHigh - a, b - secondLow))
  ];
}
