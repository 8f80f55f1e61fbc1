import {expect, test} from "vitest";
import {findGaps} from "../../../../data-loaders/statistics/anomalies/find-gaps.ts";
import {seriesOf} from "./series-of.ts";

const gapsOf = (people: number[]) =>
  findGaps(
    seriesOf(
      people.map((count) => (count ? 0 : 1)),
      {metric: "days_without_events", kind: "tracking", people, trials: people.map(() => 1)}
    )
  )?.spans;

test("findGaps(series) finds days without events, which are the less likely the more people come on others", () => {
  const people = Array.from({length: 40}, (_, i) => (i === 20 || i === 21 ? 0 : 50));
  const [gap, ...others] = gapsOf(people) ?? [];
  expect(others).toEqual([]);
  expect(gap).toMatchObject({from: 20, until: 22, shape: "gap", expected: 0, observed: 2, trials: 2});
  expect(gap?.score).toBeGreaterThan(8);
  expect(gap?.chance).toBeCloseTo(Math.exp(-100), 50);
  const few = gapsOf(people.map((count) => count / 50)) ?? [];
  expect(few[0]?.score).toBeLessThan(2);
  expect(few[0]?.chance).toBeCloseTo(Math.exp(-2), 12);
});

test("findGaps(series) finds a gap that is longer than all other days, and one within two weeks", () => {
  const long = Array.from({length: 600}, (_, i) => (i >= 100 && i < 500 ? 0 : 90));
  expect(gapsOf(long)).toMatchObject([{from: 100, until: 500, observed: 400, chance: 0}]);
  expect(gapsOf([3, 3, 3, 0, 3, 3, 3])).toMatchObject([{from: 3, until: 4, observed: 1}]);
});

test("findGaps(series) has nothing to tell where empty days are as usual as others, or there are none", () => {
  expect(gapsOf([1, 0, 1, 0, 1, 0, 1, 1, 0, 1])).toBeUndefined();
  expect(gapsOf([1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 1])).toBeUndefined();
  expect(gapsOf([1, 1, 1])).toBeUndefined();
  expect(gapsOf([0, 0, 0])).toBeUndefined();
});

test("findGaps(series) leaves out the days of the week on which the shop is closed", () => {
  const weeks = Array.from({length: 35}, (_, i) => (i % 7 < 5 ? 50 : 0));
  expect(gapsOf(weeks)).toBeUndefined();
  expect(gapsOf(weeks.map((people, i) => (i === 9 ? 0 : people)))).toMatchObject([{from: 9, until: 10}]);
  // a whole week is no weekend
  expect(gapsOf(weeks.map((people, i) => (i >= 14 && i < 19 ? 0 : people)))).toMatchObject([{from: 12, until: 21}]);
});
