import {expect, test} from "vitest";
import {correctScores} from "../../../../data-loaders/statistics/anomalies/correct-scores.ts";

test("correctScores(scores, asked) is the stricter, the more was asked, and for parts, of which there are many", () => {
  const score = {score: 5.5, days: 150, isWhole: true};
  const [few] = correctScores([score], {whole: 150, parts: 0});
  const [many] = correctScores([score], {whole: 1500, parts: 15_000});
  const [part] = correctScores([{...score, isWhole: false}], {whole: 1500, parts: 15_000});
  expect(few).toBeLessThan(many ?? NaN);
  // twice for sharing the errors with the parts, and ten times as many days
  expect((many ?? NaN) / (few ?? NaN)).toBeCloseTo(20, 6);
  expect((part ?? NaN) / (many ?? NaN)).toBeCloseTo(10, 6);
});

test("correctScores(scores, asked) gives probabilities, also far out; no scores give none", () => {
  const far = [0, -300, 4].map((score) => ({score, days: 100, isWhole: false}));
  const corrected = correctScores(far, {whole: 0, parts: 100});
  expect(corrected.every((p) => p >= 0 && p <= 1)).toBe(true);
  expect(corrected[0]).toBe(1);
  expect(correctScores([], {whole: 0, parts: 0})).toEqual([]);
});
