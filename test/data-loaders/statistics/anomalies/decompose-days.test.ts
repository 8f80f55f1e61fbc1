import {expect, test} from "vitest";
import {decomposeDays} from "../../../../data-loaders/statistics/anomalies/decompose-days.ts";

const weekdays = [3, 1, 0, 0, 0, -1, -3];

test("decomposeDays(values) parts a level and its weekdays exactly, spikes or not", () => {
  const values = Array.from({length: 56}, (_, i) => 10 + (weekdays[i % 7] as number));
  values[20] = 100;
  values[41] = -100;
  const parts = decomposeDays(values);
  expect(parts.weekdays.map((value) => Math.round(value * 1e9) / 1e9)).toEqual(weekdays);
  expect(parts.trend.every((value) => Math.abs(value - 10) < 1e-9)).toBe(true);
});

test("decomposeDays(values) leaves out missing values, and has no weekdays in less than two weeks", () => {
  const values = Array.from({length: 30}, (_, i) => (i === 3 ? NaN : 5));
  expect(decomposeDays(values)).toEqual({trend: values.map(() => 5), weekdays: [0, 0, 0, 0, 0, 0, 0]});
  expect(decomposeDays([1, 2, 9])).toEqual({trend: [2, 2, 2], weekdays: [0, 0, 0, 0, 0, 0, 0]});
  expect(decomposeDays([])).toEqual({trend: [], weekdays: [0, 0, 0, 0, 0, 0, 0]});
});
