import {describe, expect, test} from "vitest";
import {meansOfWeek} from "../../../../src/shared/trends/means-of-week.ts";

describe("meansOfWeek(days, leastWeight)", () => {
  test("is the mean of the seven days around each, and null where there are not seven", () => {
    const days = [7, 0, 7, 0, 7, 0, 7, 14].map((value) => ({value, weight: 1}));
    expect(meansOfWeek(days)).toEqual([null, null, null, 4, 5, null, null, null]);
  });

  test("divides sums, so that days of more trials count more, and is null of too few", () => {
    const days = [1, 1, 1, 1, 1, 1, 3].map((trials) => ({value: trials === 3 ? 3 : 0, weight: trials}));
    expect(meansOfWeek(days)[3]).toBeCloseTo(3 / 9);
    expect(meansOfWeek(days, 10)[3]).toBeNull();
  });

  test("is null where a day is not known", () => {
    const days = Array.from({length: 7}, (_, i) => ({value: i === 2 ? null : 1, weight: 1}));
    expect(meansOfWeek(days)[3]).toBeNull();
  });
});
