import {expect, test} from "vitest";
import {isFarFromChance} from "../../../../src/shared/trends/is-far-from-chance.ts";

test("isFarFromChance(successes, trials, rate) asks for 3.62 standard errors, in both directions", () => {
  // of 400 trials at 50 %, the standard error is 10
  expect([236, 237, 164, 163].map((successes) => isFarFromChance(successes, 400, 0.5))).toEqual([
    false,
    true,
    false,
    true
  ]);
});

test("isFarFromChance(successes, trials, rate) says nothing of few", () => {
  expect(isFarFromChance(20, 40, 0.1)).toBe(false);
  expect(isFarFromChance(40, 40, 0)).toBe(false);
});
