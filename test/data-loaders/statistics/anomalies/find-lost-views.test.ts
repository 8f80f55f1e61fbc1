import {expect, test} from "vitest";
import {findLostViews} from "../../../../data-loaders/statistics/anomalies/find-lost-views.ts";
import {seriesOf} from "./series-of.ts";

const lostOf = (days: [purchases: number, views: number][]) =>
  findLostViews(
    seriesOf(
      days.map(([purchases]) => purchases),
      {metric: "purchases_above_views", kind: "tracking", trials: days.map(([purchases, views]) => purchases + views)}
    )
  )?.spans;

const usual = Array.from({length: 30}, (): [number, number] => [10, 300]);

test("findLostViews(series) joins days that return every week, and adds up those days alone", () => {
  const days = usual.map((day, i): [number, number] => (i === 4 || i === 10 ? [10, 6] : day));
  expect(lostOf(days)).toMatchObject([{from: 4, until: 11, observed: 20, trials: 32}]);
});

test("findLostViews(series) keeps apart what is weeks apart, and leaves to chance what may be chance", () => {
  const days = usual.map((day, i): [number, number] => (i === 4 || i === 20 ? [10, 6] : day));
  expect(lostOf(days)).toHaveLength(2);
  expect(lostOf(usual.map((day, i) => (i === 4 ? [2, 1] : day)))).toEqual([]);
  expect(lostOf(usual.map(() => [0, 0]))).toBeUndefined();
});
