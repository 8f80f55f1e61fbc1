import fc from "fast-check";
import {expect, test} from "vitest";
import {estimateImpact, type PeerRate} from "../../../../data-loaders/statistics/impact/estimate-impact.ts";
import {seededRandom} from "../../../../data-loaders/statistics/seeded-random.ts";
import {wilsonInterval} from "../../../../src/shared/wilson-interval.ts";

const worth = new Map([["checkout_to_purchase", {mean: 100, error: 2}]]);
const options = () => ({minimumTrials: 30, resamples: 200, random: seededRandom(1)});

test("estimateImpact(rates, worth, options) measures losses against the best value's lower end", () => {
  const [chrome, safari, tiny] = estimateImpact(
    [rateOf("Chrome", 1000, 800), rateOf("Safari", 500, 200), rateOf("Tiny", 20, 20)],
    worth,
    options()
  );
  const [low] = wilsonInterval(800, 1000);
  expect(chrome).toMatchObject({verdict: "benchmark", excessLoss: 0, recoverable: 0, pValue: null});
  expect(safari).toMatchObject({
    verdict: "loss",
    benchmarkLow: low,
    excessLoss: 500 * (low - 0.4),
    valuePerSession: 100
  });
  expect(safari?.recoverable).toBeCloseTo(100 * 500 * (low - 0.4), 9);
  expect(safari?.recoverableLow).toBeLessThan(Number(safari?.recoverable));
  expect(safari?.recoverableHigh).toBeGreaterThan(Number(safari?.recoverable));
  expect(tiny).toMatchObject({verdict: "too_few_to_tell", excessLoss: 0, recoverable: 0});
});

test("estimateImpact(rates, worth, options) finds no loss in what may be chance", () => {
  const [, phone] = estimateImpact([rateOf("desktop", 100, 50), rateOf("phone", 100, 45)], worth, options());
  expect(phone).toMatchObject({verdict: "no_difference", excessLoss: 0, excessHigh: 0, recoverable: 0});
});

test("estimateImpact(rates, worth, options) takes as a benchmark only peers, and only what can be one", () => {
  const rates = [
    {...rateOf("Chrome", 1000, 800), peers: "desktop"},
    {...rateOf("Safari", 1000, 300), peers: "phone"}
  ];
  expect(estimateImpact(rates, worth, options()).map(({verdict}) => verdict)).toEqual(["benchmark", "benchmark"]);
  const [unknown, known] = estimateImpact([rateOf("Unknown", 1000, 800), rateOf("Safari", 1000, 300)], worth, {
    ...options(),
    isComparable: ({value}) => value !== "Unknown"
  });
  expect([unknown?.verdict, unknown?.excessLoss, known?.verdict]).toEqual(["no_difference", 0, "benchmark"]);
});

test("estimateImpact(rates, worth, options) has no revenue without prices", () => {
  const [, safari] = estimateImpact([rateOf("Chrome", 1000, 800), rateOf("Safari", 500, 200)], new Map(), options());
  expect(safari).toMatchObject({verdict: "loss", valuePerSession: null, recoverable: null, recoverableLow: null});
  expect(safari?.excessLoss).toBeGreaterThan(100);
});

test("estimateImpact(rates, worth, options) has no benchmark among too few, and nothing for nothing", () => {
  expect(estimateImpact([], worth, options())).toEqual([]);
  const [only] = estimateImpact([rateOf("Chrome", 3, 1)], worth, options());
  expect(only).toMatchObject({benchmark: null, benchmarkLow: null, verdict: "too_few_to_tell", excessLoss: 0});
});

const anyRate = fc.tuple(fc.integer({min: 0, max: 3000}), fc.double({min: 0, max: 1, noNaN: true}));

test("estimateImpact(rates, worth, options): impact is never more than the loss, for any rates", () => {
  fc.assert(
    fc.property(fc.array(anyRate, {maxLength: 8}), (list) => {
      const rates = list.map(([trials, share], i) => rateOf(`v${i}`, trials, Math.floor(trials * share)));
      for (const impact of estimateImpact(rates, worth, {...options(), resamples: 40})) {
        const lost = impact.trials - impact.successes;
        for (const part of [impact.excessLoss, impact.excessLow, impact.excessHigh]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(lost);
        }
        expect(Number(impact.recoverable)).toBeLessThanOrEqual(lost * 100 * (1 + 1e-12));
      }
    }),
    {seed: 1, numRuns: 100}
  );
});

function rateOf(value: string, trials: number, successes: number): PeerRate {
  return {metric: "checkout_to_purchase", dimension: "browser", value, trials, successes, peers: ""};
}
