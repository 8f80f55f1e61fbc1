import fc from "fast-check";
import {expect, test} from "vitest";
import {estimateImpact, type PeerRate} from "../../../../data-loaders/statistics/impact/estimate-impact.ts";
import {newcombeInterval} from "../../../../data-loaders/statistics/newcombe-interval.ts";
import {seededRandom} from "../../../../data-loaders/statistics/seeded-random.ts";
import {twoProportionTest} from "../../../../data-loaders/statistics/two-proportion-test.ts";
import {wilsonInterval} from "../../../../src/shared/wilson-interval.ts";

const worth = new Map([["checkout_to_purchase", {mean: 100, error: 2}]]);
const options = {minimumTrials: 30, resamples: 4000, random: seededRandom(1)};

test("estimateImpact(rates, worth, options) measures losses against the best value's lower end", () => {
  const [chrome, safari, tiny] = estimateImpact(
    [rateOf("Chrome", 1000, 800), rateOf("Safari", 500, 200), rateOf("Tiny", 20, 20)],
    worth,
    options
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

test("estimateImpact(rates, worth, options) has an interval of the sessions lost at the benchmark's rate itself, near Newcombe's", () => {
  const [best, worst] = [rateOf("Chrome", 1000, 800), rateOf("Safari", 500, 200)];
  const [, alone] = estimateImpact([best, worst], worth, options);
  const [low, high] = newcombeInterval(best, worst);
  // a point of the rate is as near as resamples come
  expect(Number(alone?.excessLow) / 500).toBeCloseTo(low, 2);
  expect(Number(alone?.excessHigh) / 500).toBeCloseTo(high, 2);
  // three that could have been the best: 1 - 0.05 / 2 / 3
  const others = [rateOf("Edge", 1000, 790), rateOf("Opera", 1000, 780), rateOf("Unknown", 1000, 900)];
  const isComparable = ({value}: PeerRate) => value !== "Unknown";
  const [, beside] = estimateImpact([best, worst, ...others], worth, {...options, isComparable});
  // the ends of Newcombe's interval, farther out as 2.394 is from 1.960
  const middle = 0.8 - 0.4;
  expect(Number(beside?.excessLow) / 500).toBeCloseTo(
    middle - (middle - low) * (2.3939797998185104 / 1.959963984540054),
    2
  );
  expect(Number(beside?.excessHigh) / 500).toBeCloseTo(high, 2);
  expect(beside?.excessLow).toBeLessThan(Number(alone?.excessLow) - 3);
});

test("estimateImpact(rates, worth, options) does not take a rate of nought or of all for certain", () => {
  const [, safari] = estimateImpact([rateOf("Chrome", 100, 100), rateOf("Safari", 200, 0)], worth, options);
  expect(safari?.excessLow).toBeLessThan(198);
  expect(safari?.excessHigh).toBe(200);
});

test("estimateImpact(rates, worth, options) counts every other value that can be the best, also for one that cannot", () => {
  const isComparable = ({value}: PeerRate) => value !== "Unknown";
  const rates = [rateOf("Chrome", 1000, 800), rateOf("Safari", 1000, 780), rateOf("Unknown", 1000, 780)];
  const [, safari, unknown] = estimateImpact(rates, worth, {...options, isComparable});
  const p = twoProportionTest({successes: 800, trials: 1000}, {successes: 780, trials: 1000});
  expect([safari?.pValue, unknown?.pValue]).toEqual([p, 2 * p]);
});

test("estimateImpact(rates, worth, options) has as few trials as say as much, where people have several", () => {
  // four sessions each, which are all alike
  const alike = (rate: PeerRate) => {
    const {trials, successes} = rate;
    return {...rate, pairs: {trials: 3 * trials, mixed: 3 * successes, successes: 3 * successes}};
  };
  const [chrome, safari] = estimateImpact(
    [alike(rateOf("Chrome", 1000, 800)), alike(rateOf("Safari", 600, 300))],
    worth,
    options
  );
  expect(chrome?.designEffect).toBeCloseTo(4, 12);
  expect(safari?.benchmarkLow).toBeCloseTo(wilsonInterval(200, 250)[0], 12);
  expect(safari?.excessLoss).toBeCloseTo(600 * (wilsonInterval(200, 250)[0] - 0.5), 9);
  const [low, high] = newcombeInterval({successes: 200, trials: 250}, {successes: 75, trials: 150});
  expect(Number(safari?.excessLow) / 600).toBeCloseTo(low, 2);
  expect(Number(safari?.excessHigh) / 600).toBeCloseTo(high, 2);
  const few = estimateImpact([alike(rateOf("Chrome", 119, 100)), alike(rateOf("Safari", 119, 10))], worth, options);
  expect(few.map(({verdict}) => verdict)).toEqual(["too_few_to_tell", "too_few_to_tell"]);
});

test("estimateImpact(rates, worth, options) has nothing to recover where more is returned than bought", () => {
  const returned = new Map([["checkout_to_purchase", {mean: -1, error: 1}]]);
  const [, safari] = estimateImpact([rateOf("Chrome", 1000, 800), rateOf("Safari", 500, 200)], returned, options);
  expect(safari).toMatchObject({verdict: "loss", valuePerSession: -1, recoverable: 0, recoverableLow: 0});
  // a mean of nought would be one standard error up
  expect(safari?.recoverableHigh).toBeGreaterThan(0);
  expect(safari?.recoverableHigh).toBeLessThan(1.5 * Number(safari?.excessHigh));
});

test("estimateImpact(rates, worth, options) finds no loss in what may be chance", () => {
  const [, phone] = estimateImpact([rateOf("desktop", 100, 50), rateOf("phone", 100, 45)], worth, options);
  expect(phone).toMatchObject({verdict: "no_difference", excessLoss: 0, excessHigh: 0, recoverable: 0});
});

test("estimateImpact(rates, worth, options) takes as a benchmark only peers, and only what can be one", () => {
  const rates = [
    {...rateOf("Chrome", 1000, 800), peers: "desktop"},
    {...rateOf("Safari", 1000, 300), peers: "phone"}
  ];
  expect(estimateImpact(rates, worth, options).map(({verdict}) => verdict)).toEqual(["benchmark", "benchmark"]);
  const [unknown, known] = estimateImpact([rateOf("Unknown", 1000, 800), rateOf("Safari", 1000, 300)], worth, {
    ...options,
    isComparable: ({value}) => value !== "Unknown"
  });
  expect([unknown?.verdict, unknown?.excessLoss, known?.verdict]).toEqual(["no_difference", 0, "benchmark"]);
});

test("estimateImpact(rates, worth, options) has no revenue without prices", () => {
  const [, safari] = estimateImpact([rateOf("Chrome", 1000, 800), rateOf("Safari", 500, 200)], new Map(), options);
  expect(safari).toMatchObject({verdict: "loss", valuePerSession: null, recoverable: null, recoverableLow: null});
  expect(safari?.excessLoss).toBeGreaterThan(100);
});

test("estimateImpact(rates, worth, options) has no benchmark among too few, and nothing for nothing", () => {
  expect(estimateImpact([], worth, options)).toEqual([]);
  const [only] = estimateImpact([rateOf("Chrome", 3, 1)], worth, options);
  expect(only).toMatchObject({benchmark: null, benchmarkLow: null, verdict: "too_few_to_tell", excessLoss: 0});
});

const anyRate = fc.tuple(fc.integer({min: 0, max: 3000}), fc.double({min: 0, max: 1, noNaN: true}));

test("estimateImpact(rates, worth, options): impact is never more than the loss, and within its interval, for any rates", () => {
  fc.assert(
    fc.property(fc.array(anyRate, {maxLength: 8}), (list) => {
      const rates = list.map(([trials, share], i) => rateOf(`v${i}`, trials, Math.floor(trials * share)));
      for (const impact of estimateImpact(rates, worth, options)) {
        const lost = impact.trials - impact.successes;
        for (const part of [impact.excessLoss, impact.excessLow, impact.excessHigh]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(lost);
        }
        expect(impact.excessLow).toBeLessThanOrEqual(impact.excessLoss);
        expect(impact.excessHigh).toBeGreaterThanOrEqual(impact.excessLoss);
        expect(Number(impact.recoverableLow)).toBeLessThanOrEqual(Number(impact.recoverable));
        expect(Number(impact.recoverableHigh)).toBeGreaterThanOrEqual(Number(impact.recoverable));
        expect(Number(impact.recoverable)).toBeLessThanOrEqual(lost * 100 * (1 + 1e-12));
      }
    }),
    {seed: 1, numRuns: 100}
  );
});

function rateOf(value: string, trials: number, successes: number): PeerRate {
  return {metric: "checkout_to_purchase", dimension: "browser", value, trials, successes, peers: ""};
}
