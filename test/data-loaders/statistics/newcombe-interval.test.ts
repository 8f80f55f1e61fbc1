import {expect, test} from "vitest";
import {newcombeInterval} from "../../../data-loaders/statistics/newcombe-interval.ts";

// Newcombe, R. G. (1998), Interval estimation for the difference between independent proportions: comparison of eleven
// methods. Statistics in Medicine 17: 873-890, table II, method 10 (score, without continuity correction)
test.each([
  [56, 70, 48, 80, "0.0524", "0.3339"],
  [9, 10, 3, 10, "0.1705", "0.8090"],
  [6, 7, 2, 7, "0.0582", "0.8062"],
  [5, 56, 0, 29, "-0.0381", "0.1926"],
  [0, 10, 0, 20, "-0.1611", "0.2775"],
  [0, 10, 0, 10, "-0.2775", "0.2775"],
  [10, 10, 0, 20, "0.6791", "1.0000"],
  [10, 10, 0, 10, "0.6075", "1.0000"]
])("newcombeInterval(%i of %i, %i of %i) is as published", (a, m, b, n, low, high) => {
  const interval = newcombeInterval({successes: a, trials: m}, {successes: b, trials: n});
  expect(interval.map((end) => end.toFixed(4))).toEqual([low, high]);
});

test("newcombeInterval(first, second) mirrors newcombeInterval(second, first)", () => {
  const [first, second] = [
    {successes: 3, trials: 17},
    {successes: 20, trials: 41}
  ] as const;
  const [low, high] = newcombeInterval(first, second);
  expect(newcombeInterval(second, first)).toEqual([-high, -low]);
});

test("newcombeInterval(first, second) throws for what is no proportion", () => {
  expect(() => newcombeInterval({successes: 1, trials: 2}, {successes: 0, trials: 0})).toThrow(
    "invalid proportion; not within 0 and the trials: 0 of 0"
  );
});
