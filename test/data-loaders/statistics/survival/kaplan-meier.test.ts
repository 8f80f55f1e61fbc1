import fc from "fast-check";
import {expect, test} from "vitest";
import {kaplanMeier} from "../../../../data-loaders/statistics/survival/kaplan-meier.ts";
import {freireich} from "./freireich.ts";

test("kaplanMeier(counts) estimates the survival of Freireich's patients, its error and its interval", () => {
  // Kleinbaum, D. G. and Klein, M. (2012), Survival analysis, chapter 2 and the output of sts list in the computer appendix
  const digits = (value: number | null, count: number) => Number(value?.toFixed(count));
  expect(
    kaplanMeier(freireich.treated)
      .filter(({events}) => events > 0)
      .map(({time, atRisk, events, survival, standardError, low, high}) => [
        ...[time, atRisk, events, digits(survival, 4), digits(standardError, 4), digits(low, 4), digits(high, 4)]
      ])
  ).toEqual([
    [6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
    [7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
    [10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
    [13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
    [16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
    [22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
    [23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801]
  ]);
});

test("kaplanMeier(counts) without censoring is the share that is left, down to none, which has no interval", () => {
  const steps = kaplanMeier(freireich.placebo);
  expect(steps.find(({time}) => time === 8)?.survival).toBeCloseTo(8 / 21, 12);
  expect(steps.at(-1)).toEqual({
    ...{time: 23, atRisk: 1, events: 1, censored: 0},
    ...{survival: 0, standardError: 0, low: null, high: null}
  });
});

test("kaplanMeier(counts) has no interval before the first event, and no steps without counts", () => {
  expect(kaplanMeier([{time: 0, events: 0, censored: 1}])).toEqual([
    {time: 0, atRisk: 1, events: 0, censored: 1, survival: 1, standardError: 0, low: null, high: null}
  ]);
  expect(kaplanMeier([])).toEqual([]);
});

test("kaplanMeier(counts) throws for times that do not ascend and for negative counts", () => {
  const count = {time: 1, events: 1, censored: 0};
  expect(() => kaplanMeier([count, count])).toThrow("invalid time; not after 1: 1");
  expect(() => kaplanMeier([{...count, censored: -1}])).toThrow("invalid count; below 0: -1");
});

test("kaplanMeier(counts) never rises, and lies within its interval, for any counts", () => {
  const count = fc.record({events: fc.nat(5), censored: fc.nat(5)});
  fc.assert(
    fc.property(fc.array(count, {maxLength: 20}), (list) => {
      const steps = kaplanMeier(list.map((one, time) => ({time, ...one})));
      steps.forEach(({survival, low, high}, i) => {
        expect(survival).toBeLessThanOrEqual(steps[i - 1]?.survival ?? 1);
        expect(low ?? survival).toBeLessThanOrEqual(survival);
        expect(high ?? survival).toBeGreaterThanOrEqual(survival);
      });
    }),
    {seed: 1}
  );
});
