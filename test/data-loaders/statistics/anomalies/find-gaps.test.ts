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

test("findGaps(series) finds days without events, which are the odder the more people come on others", () => {
  const people = Array.from({length: 40}, (_, i) => (i === 20 || i === 21 ? 0 : 50));
  const [gap, ...others] = gapsOf(people) ?? [];
  expect(others).toEqual([]);
  expect(gap).toMatchObject({from: 20, until: 22, shape: "gap", expected: 0, observed: 2, trials: 2});
  expect(gap?.score).toBeGreaterThan(8);
  const few = gapsOf(people.map((count) => count / 50)) ?? [];
  expect(few[0]?.score).toBeLessThan(2);
});

test("findGaps(series) knows nothing where nobody ever came", () => {
  expect(gapsOf([0, 0, 0])).toBeUndefined();
});
