import {expect, test} from "vitest";
import {compareValues} from "../../../data-loaders/statistics/comparisons/compare-values.ts";
import {bootstrapInterval, bootstrapReplicates} from "../../../data-loaders/statistics/bootstrap-interval.ts";
import {estimateImpact} from "../../../data-loaders/statistics/impact/estimate-impact.ts";
import {newcombeInterval} from "../../../data-loaders/statistics/newcombe-interval.ts";
import {productInterval} from "../../../data-loaders/statistics/product-interval.ts";
import {seededRandom} from "../../../data-loaders/statistics/seeded-random.ts";
import {kaplanMeier} from "../../../data-loaders/statistics/survival/kaplan-meier.ts";
import {wilsonInterval} from "../../../src/shared/wilson-interval.ts";
import {clusteredProportion} from "../../fixtures/clustered-proportion.ts";

// How often 95 % intervals hold the truth, over rates and sizes that a report meets, averaged as by Newcombe (1998).
const sizes = [30, 60, 150, 600];
const rates = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9];
const random = seededRandom(1);
const impactOptions = {minimumTrials: 30, resamples: 999, random};

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

test("productInterval covers a rate times a mean of skewed amounts in 95 % of samples, within 1.5 points", () => {
  const shares = [60, 200, 600].flatMap((trials) =>
    [0.1, 0.4, 0.8].map((rate) =>
      coverage(400, () => {
        const successes = draw(trials, rate);
        const [low, high] = wilsonInterval(successes, trials);
        const values = Array.from({length: 100}, () => -Math.log(1 - random()));
        const mean = meanOf(values);
        const error = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
        const [lower, upper] = productInterval([
          {value: successes / trials, low, high},
          {value: mean, low: mean - 1.96 * error, high: mean + 1.96 * error}
        ]);
        return lower <= rate && rate <= upper;
      })
    )
  );
  expect(Math.abs(meanOf(shares) - 0.95)).toBeLessThan(0.015);
});

// the best of several has been lucky: an interval may be wider than it needs to be, but not narrower
test.each([
  {best: [0.1], own: 0.06, isWide: false},
  {best: [0.8], own: 0.6, isWide: false},
  {best: [0.1, 0.1, 0.1], own: 0.06, isWide: true},
  {best: [0.8, 0.8, 0.8, 0.8, 0.8, 0.8], own: 0.65, isWide: true},
  {best: [0.1, 0.095, 0.09], own: 0.06, isWide: true}
])("estimateImpact covers what is lost at $own against $best in 95 % of samples", ({best, own, isWide}) => {
  const sizes = [1500, 3000];
  const shares = sizes.map((trials, i) =>
    coverage(600, () => {
      const cells = [...best, own].map((rate, j) => {
        // the best ones larger and smaller than the others
        const size = j < best.length ? sizes[(i + j) % 2]! : trials;
        return {metric: "m", dimension: "d", value: `${j}`, peers: "", trials: size, successes: draw(size, rate)};
      });
      const worst = estimateImpact(cells, new Map(), impactOptions).at(-1);
      const lost = trials * (Number(best[Number(worst?.benchmark?.value)]) - own);
      return worst?.verdict === "loss" && worst.excessLow <= lost && lost <= worst.excessHigh;
    })
  );
  expect(meanOf(shares)).toBeGreaterThan(0.935);
  if (!isWide) expect(meanOf(shares)).toBeLessThan(0.965);
});

// one to eleven sessions a person; one in seven buys in three of ten, the others hardly ever
const drawPeople = (people: number) =>
  clusteredProportion(
    Array.from({length: people}, () => {
      const trials = 1 + Math.floor(11 * random());
      return {trials, successes: draw(trials, random() < 0.15 ? 0.3 : 0.01)};
    })
  );
const drawValue = (value: string) => ({metric: "m", dimension: "d", value, peers: "", ...drawPeople(300)});

test("compareValues covers the difference of sessions of the same people in 95 % of samples, within 1.5 points", () => {
  let verdicts = 0;
  const share = coverage(1000, () => {
    const [first, second] = [drawValue("a"), drawValue("b")];
    const [compared] = compareValues(
      [
        {...first, restPairs: second.pairs},
        {...second, restPairs: first.pairs}
      ],
      {minimumTrials: 30, familyOf: () => "f"}
    );
    if (compared?.verdict !== "no_difference") ++verdicts;
    return Number(compared?.differenceLow) <= 0 && 0 <= Number(compared?.differenceHigh);
  });
  expect(Math.abs(share - 0.95)).toBeLessThan(0.015);
  expect(verdicts / 1000).toBeLessThan(0.065);
});

test("estimateImpact finds a loss in at most 5 % of samples of people who are alike, within 1.5 points", () => {
  const share = coverage(600, () =>
    estimateImpact(["a", "b", "c"].map(drawValue), new Map(), impactOptions).every(({verdict}) => verdict !== "loss")
  );
  expect(share).toBeGreaterThan(0.935);
});

test("kaplanMeier covers the share that is left in 95 % of samples with censoring, within 1.5 points", () => {
  const shares = [80, 200].flatMap((size) =>
    [2, 5].map((time) =>
      coverage(400, () => {
        // events with a mean of 5 days, people who are observed for up to 12
        const people = Array.from({length: size}, () => ({
          until: Math.ceil(-5 * Math.log(1 - random())),
          observed: Math.ceil(12 * random())
        }));
        const counts = Array.from({length: 12}, (_, i) => ({
          time: i + 1,
          events: people.filter(({until, observed}) => until === i + 1 && until <= observed).length,
          censored: people.filter(({until, observed}) => observed === i + 1 && until > observed).length
        }));
        const step = kaplanMeier(counts)[time - 1];
        const left = Math.exp(-time / 5);
        return Number(step?.low) <= left && left <= Number(step?.high);
      })
    )
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
