import {expect, test} from "vitest";
import {rateStages} from "../../../../src/shared/funnel/rate-stages.ts";
import {wilsonInterval} from "../../../../src/shared/wilson-interval.ts";

test("rateStages(counts) compares each stage with the one before and the first", () => {
  const [low, high] = wilsonInterval(40, 200);
  const first = {stage: "view", position: 1, members: 200, also_previous: 0};
  const second = {stage: "cart", position: 2, members: 50, also_previous: 40};
  expect(rateStages([first, second])).toEqual([
    {
      ...first,
      conversion_from_previous: null,
      share_of_first: 1,
      strict_conversion_from_previous: null,
      conversion_low: null,
      conversion_high: null,
      strict_conversion_low: null,
      strict_conversion_high: null
    },
    {
      ...second,
      conversion_from_previous: 0.25,
      share_of_first: 0.25,
      strict_conversion_from_previous: 0.2,
      conversion_low: null,
      conversion_high: null,
      strict_conversion_low: low,
      strict_conversion_high: high
    }
  ]);
});

test("rateStages(counts) has an interval of a conversion whose members have all been at the stage before", () => {
  const [low, high] = wilsonInterval(50, 200);
  const [, cart] = rateStages([
    {stage: "view", position: 1, members: 200, also_previous: 0},
    {stage: "cart", position: 2, members: 50, also_previous: 50}
  ]);
  expect([cart?.conversion_low, cart?.conversion_high]).toEqual([low, high]);
  expect([cart?.strict_conversion_low, cart?.strict_conversion_high]).toEqual([low, high]);
});

test("rateStages(counts) has no interval where more have a stage than the one before, and no rates of nobody", () => {
  const rated = rateStages([
    {stage: "home", position: 1, members: 0, also_previous: 0},
    {stage: "view", position: 2, members: 10, also_previous: 0},
    {stage: "cart", position: 3, members: 20, also_previous: 5}
  ]);
  expect(rated.map((stage) => [stage.conversion_from_previous, stage.share_of_first, stage.conversion_low])).toEqual([
    [null, null, null],
    [null, null, null],
    [2, null, null]
  ]);
  expect(rateStages([])).toEqual([]);
});
