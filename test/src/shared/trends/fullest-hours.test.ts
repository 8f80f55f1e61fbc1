import {describe, expect, test} from "vitest";
import {fullestHours} from "../../../../src/shared/trends/fullest-hours.ts";

const hours = (counts: Record<number, number>) => Array.from({length: 24}, (_, hour) => counts[hour] ?? 0);

describe("fullestHours(counts, length, best)", () => {
  test("finds the hours in a row that have most, also past midnight", () => {
    expect(fullestHours(hours({9: 5, 23: 4, 0: 4, 1: 4}))).toMatchObject({from: 23, to: 2, count: 12, share: 12 / 17});
    expect(fullestHours(hours({21: 1, 22: 2, 23: 3}))).toMatchObject({from: 21, to: 24, count: 6, share: 1});
  });

  test("finds those that have least", () => {
    const counts = Array.from({length: 24}, (_, hour) => (hour === 4 ? 1 : 10));
    expect(fullestHours(counts, 1, -1)).toMatchObject({from: 4, to: 5, count: 1});
  });

  test("has the share's Wilson interval", () => {
    // R: binom::binom.confint(8, 10, methods = "wilson")
    const window = fullestHours(hours({9: 8, 20: 2}), 1);
    expect(window?.low).toBeCloseTo(0.4901625, 6);
    expect(window?.high).toBeCloseTo(0.9433178, 6);
  });

  test("is undefined where there is nothing", () => {
    expect(fullestHours(hours({}))).toBeUndefined();
  });
});
