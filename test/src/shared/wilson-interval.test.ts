import {expect, test} from "vitest";
import {wilsonInterval} from "../../../src/shared/wilson-interval.ts";

// Newcombe, R. G. (1998), Two-sided confidence intervals for the single proportion: comparison of seven methods.
// Statistics in Medicine 17: 857-872, table I, method 3 (score without continuity correction)
test.each([
  [81, 263, "0.2553", "0.3662"],
  [15, 148, "0.0624", "0.1605"],
  [0, 20, "0.0000", "0.1611"],
  [1, 29, "0.0061", "0.1718"]
])("wilsonInterval(%i, %i) is as published", (successes, trials, low, high) => {
  expect(wilsonInterval(successes, trials).map((end) => end.toFixed(4))).toEqual([low, high]);
});

test("wilsonInterval(n − k, n) mirrors wilsonInterval(k, n)", () => {
  const [low, high] = wilsonInterval(20, 20);
  expect([low.toFixed(4), high]).toEqual(["0.8389", 1]);
});

test.each([
  [1, 0],
  [0, 0],
  [-1, 5],
  [6, 5],
  [NaN, 5],
  [1, NaN]
])("wilsonInterval(%d, %d) throws", (successes, trials) => {
  expect(() => wilsonInterval(successes, trials)).toThrow(
    `invalid proportion; not within 0 and the trials: ${successes} of ${trials}`
  );
});
