import {expect, test} from "vitest";
import {drawBinomial} from "../../../../data-loaders/statistics/impact/draw-binomial.ts";
import {seededRandom} from "../../../../data-loaders/statistics/seeded-random.ts";

test.each([
  [20, 0.1],
  [50, 0.5],
  [400, 0.02],
  [400, 0.4],
  [400, 0.99]
])("drawBinomial(%i, %d) has a binomial's mean and variance", (trials, probability) => {
  const random = seededRandom(1);
  const draws = Array.from({length: 20_000}, () => drawBinomial(trials, probability, random));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  const expected = trials * probability * (1 - probability);
  expect(Math.abs(mean - trials * probability)).toBeLessThan(4 * Math.sqrt(expected / draws.length));
  expect(variance / expected).toBeCloseTo(1, 1);
  expect(draws.every((draw) => Number.isInteger(draw) && draw >= 0 && draw <= trials)).toBe(true);
});

// Abramowitz and Stegun's definition 26.1.20: 0.9 ** 20 of the draws have no success
test("drawBinomial(20, 0.1) gives 0 as often as it should", () => {
  const random = seededRandom(2);
  const draws = Array.from({length: 20_000}, () => drawBinomial(20, 0.1, random));
  expect(draws.filter((draw) => draw === 0).length / draws.length).toBeCloseTo(0.1216, 2);
});

test("drawBinomial(trials, probability) is sure of what is sure", () => {
  const random = seededRandom(3);
  expect([drawBinomial(0, 0.3, random), drawBinomial(9, 0, random), drawBinomial(9, 1, random)]).toEqual([0, 0, 9]);
  expect(drawBinomial(1000, 1, random)).toBe(1000);
});
