import {expect, test} from "vitest";
import {findSpikes} from "../../../../data-loaders/statistics/anomalies/find-spikes.ts";
import {seriesOf, simulateDays} from "./series-of.ts";

test("findSpikes(series) finds days that stand out, with those beside them, on either side", () => {
  const counts = simulateDays(8).map((count, i) =>
    Math.round(count * (i === 40 ? 2 : i === 41 ? 1.25 : i === 90 ? 0.4 : 1))
  );
  expect(findSpikes(seriesOf(counts)).flatMap((side, i) => (side ? [[i, side]] : []))).toEqual([
    [40, 1],
    [41, 1],
    [90, -1]
  ]);
});

test("findSpikes(series) finds none in rates, thin series and short ones", () => {
  const counts = simulateDays(8).map((count, i) => (i === 20 ? 9 * count : count));
  expect(findSpikes(seriesOf(counts, {trials: counts})).some(Boolean)).toBe(false);
  expect(findSpikes(seriesOf(counts.map((count) => Math.round(count / 200)))).some(Boolean)).toBe(false);
  expect(findSpikes(seriesOf(counts.slice(0, 27))).some(Boolean)).toBe(false);
});
