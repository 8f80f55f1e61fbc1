import {expect, test} from "vitest";
import {bootstrapInterval, bootstrapReplicates} from "../../../data-loaders/statistics/bootstrap-interval.ts";
import {newcombeInterval} from "../../../data-loaders/statistics/newcombe-interval.ts";
import {seededRandom} from "../../../data-loaders/statistics/seeded-random.ts";
import {wilsonInterval} from "../../../src/shared/wilson-interval.ts";

// How often 95 % intervals hold the truth, over rates and sizes that a report meets, averaged as by Newcombe (1998).
const sizes = [30, 60, 150, 600];
const rates = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9];
const random = seededRandom(1);

test("wilsonInterval covers the rate in 95 % of samples, within 1.5 points", () => {
  const shares = sizes.flatMap((trials) =>
    rates.map((rate) =>
      coverage(400, () => {
        const [low, high] = wilsonInterval(draw(trials, rate), trials);
        return low <= rate && rate <= high;
      })
    )
  );
  expect(Math.abs(meanOf(shares) - 0.95)).toBeLessThan(0.015);
});

test("newcombeInterval covers the difference in 95 % of samples, within 1.5 points", () => {
  const shares = sizes.flatMap((trials) =>
    rates.map((rate, i) =>
      coverage(400, () => {
        const other = rates[(i + 3) % rates.length] ?? 0;
        const second = {successes: draw(2 * trials, other), trials: 2 * trials};
        const [low, high] = newcombeInterval({successes: draw(trials, rate), trials}, second);
        return low <= rate - other && rate - other <= high;
      })
    )
  );
  expect(Math.abs(meanOf(shares) - 0.95)).toBeLessThan(0.015);
});

test("bootstrapInterval covers a mean of skewed amounts in 95 % of samples, within 1.5 points", () => {
  const shares = [100, 200, 400].map((size) =>
    coverage(400, () => {
      // exponential, as amounts of orders nearly are
      const values = Array.from({length: size}, () => -Math.log(1 - random()));
      const [low, high] = bootstrapInterval(bootstrapReplicates(values, meanOf, {resamples: 399, random}));
      return low <= 1 && 1 <= high;
    })
  );
  expect(Math.abs(meanOf(shares) - 0.95)).toBeLessThan(0.015);
});

function coverage(samples: number, holds: () => boolean): number {
  let held = 0;
  for (let i = 0; i < samples; ++i) held += holds() ? 1 : 0;
  return held / samples;
}

// one trial after the other, so that nothing but the interval is approximate
function draw(trials: number, rate: number): number {
  let successes = 0;
  for (let i = 0; i < trials; ++i) successes += random() < rate ? 1 : 0;
  return successes;
}

function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
