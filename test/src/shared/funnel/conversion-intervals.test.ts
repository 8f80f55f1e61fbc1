import {expect, test} from "vitest";
import {conversionIntervals} from "../../../../src/shared/funnel/conversion-intervals.ts";

// Newcombe, R. G. (1998), Two-sided confidence intervals for the single proportion: comparison of seven methods.
// Statistics in Medicine 17: 857-872, table I, method 3: 15 of 148
const [low, high] = [expect.closeTo(0.0624, 4) as number, expect.closeTo(0.1605, 4) as number];

test("conversionIntervals(stage, previous) is the same of both conversions where all have been at the stage before", () => {
  expect(conversionIntervals({members: 15, also_previous: 15}, 148)).toEqual({
    conversion_low: low,
    conversion_high: high,
    strict_conversion_low: low,
    strict_conversion_high: high
  });
});

test("conversionIntervals(stage, previous) has that of the strict conversion alone where more than one in ten have not", () => {
  const strict = {strict_conversion_low: low, strict_conversion_high: high};
  const none = {conversion_low: null, conversion_high: null};
  expect(conversionIntervals({members: 17, also_previous: 15}, 148)).toEqual({...none, ...strict});
  expect(conversionIntervals({members: 500, also_previous: 15}, 148)).toEqual({...none, ...strict});
});

test("conversionIntervals(stage, previous) counts all where one in ten or fewer have not", () => {
  expect(conversionIntervals({members: 15, also_previous: 14}, 148)).toMatchObject({
    conversion_low: low,
    conversion_high: high
  });
  // more than there were at the stage before
  expect(conversionIntervals({members: 11, also_previous: 10}, 10).conversion_low).toBeNull();
  expect(conversionIntervals({members: 0, also_previous: 0}, 10).conversion_low).toBe(0);
});

test("conversionIntervals(stage, previous) has none where nobody was at the stage before", () => {
  expect(Object.values(conversionIntervals({members: 3, also_previous: 0}, 0))).toEqual([null, null, null, null]);
});
