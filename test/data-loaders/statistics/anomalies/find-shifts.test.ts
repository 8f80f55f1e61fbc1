import {expect, test} from "vitest";
import {findShifts} from "../../../../data-loaders/statistics/anomalies/find-shifts.ts";
import {nile} from "./nile.ts";
import {seriesOf, simulateDays} from "./series-of.ts";

const shiftsOf = (counts: readonly number[]) =>
  findShifts(
    seriesOf(counts),
    counts.map(() => false)
  );

// Cobb (1978): the flow falls after 1898, the 28th year
test("findShifts(series, isMasked) finds when the Nile's flow fell", () => {
  const [shift, ...others] = shiftsOf(nile);
  expect(shift?.from).toBe(28);
  expect(shift?.ratio).toBeLessThan(0.85);
  expect(others).toEqual([]);
});

test("findShifts(series, isMasked) takes neither a trend nor three weeks for a level that stays", () => {
  const days = simulateDays(3);
  expect(shiftsOf(days.map((count, i) => Math.round(count * (1 + i / 150))))).toEqual([]);
  expect(shiftsOf(days.map((count, i) => (i >= 60 && i < 81 ? Math.round(count * 0.6) : count)))).toEqual([]);
});

test("findShifts(series, isMasked) finds none in series that are short, thin or constant", () => {
  expect(shiftsOf(simulateDays(3, {days: 50}))).toEqual([]);
  expect(shiftsOf(Array.from({length: 100}, (_, i) => (i < 50 ? 2 : 6)))).toEqual([]);
  expect(shiftsOf(Array.from({length: 100}, () => 50))).toEqual([]);
});
