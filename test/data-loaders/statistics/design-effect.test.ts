import fc from "fast-check";
import {expect, test} from "vitest";
import {designEffect, effectiveProportion} from "../../../data-loaders/statistics/design-effect.ts";
import {clusteredProportion} from "../../fixtures/clustered-proportion.ts";

// Weil (1970): pups of each litter, and those that survived, as in table 1 of Rao and Scott (1992); design effects by rsb of the R package
// PF (ABS-dev), in the examples of its documentation, which has the factor m / (m - 1) of 16 litters
test.each([
  {
    diet: "control",
    pups: [13, 12, 9, 9, 8, 8, 13, 12, 10, 10, 9, 13, 5, 7, 10, 10],
    survivors: [13, 12, 9, 9, 8, 8, 12, 11, 9, 9, 8, 11, 4, 5, 7, 7],
    published: "1.232495"
  },
  {
    diet: "treated",
    pups: [12, 11, 10, 9, 11, 10, 10, 9, 9, 5, 9, 7, 10, 6, 10, 7],
    survivors: [12, 11, 10, 9, 10, 9, 9, 8, 8, 4, 7, 4, 5, 3, 3, 0],
    published: "3.952861"
  }
])("designEffect(proportion, pairs) of $diet litters is as published", ({pups, survivors, published}) => {
  const litters = pups.map((trials, i) => ({trials, successes: survivors[i] ?? 0}));
  const {pairs, ...proportion} = clusteredProportion(litters);
  expect(((16 / 15) * designEffect(proportion, pairs)).toFixed(6)).toBe(published);
});

test("designEffect(proportion, pairs) is 1 without pairs, without successes or failures, and of clusters that are more alike than by chance", () => {
  expect(designEffect({successes: 3, trials: 10})).toBe(1);
  expect(designEffect({successes: 0, trials: 10}, {trials: 90, mixed: 0, successes: 0})).toBe(1);
  expect(designEffect({successes: 10, trials: 10}, {trials: 90, mixed: 90, successes: 90})).toBe(1);
  expect(designEffect({successes: 0, trials: 0})).toBe(1);
  // one success in each of five pairs
  expect(designEffect({successes: 5, trials: 10}, {trials: 10, mixed: 5, successes: 0})).toBe(1);
});

test("designEffect(proportion, pairs) is the size of clusters whose trials are all alike", () => {
  const {pairs, ...proportion} = clusteredProportion([
    {trials: 4, successes: 4},
    {trials: 4, successes: 0}
  ]);
  expect(designEffect(proportion, pairs)).toBe(4);
});

const anyCluster = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => ({trials: a + b + 1, successes: a}));

test("designEffect(proportion, pairs) is that of the sum over clusters, for any clusters", () => {
  fc.assert(
    fc.property(fc.array(anyCluster, {minLength: 1, maxLength: 20}), (clusters) => {
      const {pairs, ...proportion} = clusteredProportion(clusters);
      const rate = proportion.successes / proportion.trials;
      let sum = 0;
      for (const {trials, successes} of clusters) sum += (successes - rate * trials) ** 2;
      const expected = rate > 0 && rate < 1 ? sum / (proportion.trials * rate * (1 - rate)) : 1;
      expect(designEffect(proportion, pairs)).toBeCloseTo(Math.max(1, expected), 9);
    }),
    {seed: 1, numRuns: 200}
  );
});

test("effectiveProportion(proportion, effect) keeps the rate", () => {
  expect(effectiveProportion({successes: 3, trials: 30}, 2)).toEqual({successes: 1.5, trials: 15});
});
