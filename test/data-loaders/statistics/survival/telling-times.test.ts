import fc from "fast-check";
import {expect, test} from "vitest";
import {tellingTimes} from "../../../../data-loaders/statistics/survival/telling-times.ts";

const counts = [
  {time: 0, events: 5, censored: 2},
  {time: 1, events: 2, censored: 3},
  {time: 3, events: 1, censored: 0},
  {time: 4, events: 4, censored: 9},
  {time: 7, events: 0, censored: 5}
];

test("tellingTimes(counts, {minimum}) waits until enough people had an event and nobody or enough were censored", () => {
  expect([...tellingTimes(counts, {minimum: 5})]).toEqual([1, 4, 7]);
  expect([...tellingTimes(counts, {minimum: 1})]).toEqual([0, 1, 3, 4, 7]);
  expect([...tellingTimes(counts, {minimum: 13})]).toEqual([]);
  expect([...tellingTimes([], {minimum: 5})]).toEqual([]);
});

test("tellingTimes(counts, {minimum, among}) tells no other times", () => {
  expect([...tellingTimes(counts, {minimum: 5, among: new Set([0, 4])})]).toEqual([4]);
});

test("tellingTimes(counts, {minimum}) never lets a small number be found between two times, for any counts", () => {
  const count = fc.record({events: fc.nat(6), censored: fc.nat(6)});
  fc.assert(
    fc.property(fc.array(count, {maxLength: 20}), (list) => {
      const told = tellingTimes(
        list.map((one, time) => ({time, ...one})),
        {minimum: 5}
      );
      let from = 0;
      for (const time of told) {
        const between = list.slice(from, time + 1);
        for (const name of ["events", "censored"] as const) {
          const people = between.reduce((sum, one) => sum + one[name], 0);
          expect(people === 0 || people >= 5).toBe(true);
        }
        from = time + 1;
      }
    }),
    {seed: 1}
  );
});
