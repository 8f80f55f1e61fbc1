import {expect, test} from "vitest";
import {compareValues, type ValueRate} from "../../../../data-loaders/statistics/comparisons/compare-values.ts";
import {newcombeInterval} from "../../../../data-loaders/statistics/newcombe-interval.ts";
import {twoProportionTest} from "../../../../data-loaders/statistics/two-proportion-test.ts";

const options = {minimumTrials: 30, familyOf: () => "funnel"};

test("compareValues(rates, options) sets each value against all others", () => {
  const [desktop, phone, watch] = compareValues(
    [rateOf("desktop", 1000, 500), rateOf("phone", 1000, 300), rateOf("watch", 10, 9)],
    options
  );
  expect(desktop).toMatchObject({family: "funnel", rest: {successes: 309, trials: 1010}, verdict: "higher"});
  expect(desktop?.difference).toBeCloseTo(0.5 - 309 / 1010, 14);
  expect(phone).toMatchObject({rest: {successes: 509, trials: 1010}, verdict: "lower"});
  expect(watch).toMatchObject({pValue: null, correctedPValue: null, verdict: "too_few_to_tell"});
  expect(watch?.differenceLow).not.toBeNull();
});

test("compareValues(rates, options) corrects within a family and metric after metric", () => {
  const rates = [
    rateOf("a", 100, 50),
    rateOf("b", 100, 62),
    rateOf("a", 100, 50, "other"),
    rateOf("b", 100, 51, "other")
  ];
  const together = compareValues(rates, options);
  expect(together.map(({verdict}) => verdict)).toEqual(Array(4).fill("no_difference"));
  const [first] = together;
  // two of four are as small
  expect(first?.correctedPValue).toBeCloseTo(2 * (first?.pValue ?? NaN), 12);
});

test("compareValues(rates, options) has as few trials as say as much, where people have several", () => {
  const [alone] = compareValues([rateOf("a", 100, 50), rateOf("b", 100, 30)], options);
  expect(alone).toMatchObject({designEffect: 1, restDesignEffect: 1, verdict: "higher"});
  // each has four sessions, which are all alike, and there is nobody in both
  const pairsOf = (successes: number) => ({trials: 100 * 3, mixed: successes * 3, successes: successes * 3});
  const [several, other] = compareValues(
    [
      {...rateOf("a", 100, 50), pairs: pairsOf(50), restPairs: pairsOf(30)},
      {...rateOf("b", 100, 30), pairs: pairsOf(30), restPairs: pairsOf(50)}
    ],
    {...options, minimumTrials: 25}
  );
  expect(several).toMatchObject({trials: 100, successes: 50, difference: 0.2, verdict: "no_difference"});
  expect([several?.designEffect, several?.restDesignEffect]).toEqual([4, 4]);
  const [first, second] = [
    {successes: 12.5, trials: 25},
    {successes: 7.5, trials: 25}
  ] as const;
  expect([several?.differenceLow, several?.differenceHigh]).toEqual(newcombeInterval(first, second));
  expect(several?.pValue).toBe(twoProportionTest(first, second));
  expect(other?.pValue).toBeCloseTo(Number(several?.pValue), 12);
  const [few] = compareValues([{...rateOf("a", 100, 50), pairs: pairsOf(50)}, rateOf("b", 100, 30)], options);
  expect(few?.verdict).toBe("too_few_to_tell");
});

test("compareValues(rates, options) leaves out what has nothing beside it", () => {
  expect(compareValues([], options)).toEqual([]);
  expect(compareValues([rateOf("desktop", 50, 5)], options)).toEqual([]);
  expect(compareValues([rateOf("a", 0, 0), rateOf("b", 0, 0)], options)).toEqual([]);
});

test("compareValues(rates, options) has no difference from nothing", () => {
  const [none] = compareValues([rateOf("a", 0, 0), rateOf("b", 90, 5)], options);
  expect(none).toMatchObject({difference: null, differenceLow: null, pValue: null, verdict: "too_few_to_tell"});
});

function rateOf(value: string, trials: number, successes: number, metric = "view_to_cart"): ValueRate {
  return {metric, dimension: "device", value, trials, successes};
}
