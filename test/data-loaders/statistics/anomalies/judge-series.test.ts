import {expect, test} from "vitest";
import {judgeSeries} from "../../../../data-loaders/statistics/anomalies/judge-series.ts";
import {seriesOf, simulateDays} from "./series-of.ts";

test("judgeSeries(series) leaves out what comes before a channel's first visit", () => {
  const counts = simulateDays(5).map((count, i) => (i < 40 ? 0 : count));
  const judged = judgeSeries(seriesOf(counts));
  expect(judged?.spans).toEqual([]);
  expect(judged?.usual.expected).toHaveLength(152);
  expect(judged?.usual.expected.slice(0, 40).every(Number.isNaN)).toBe(true);
});

test("judgeSeries(series) leaves out what is too small to matter, however sure it is", () => {
  const counts = simulateDays(5, {level: 1e6}).map((count) => Math.round(count / 100));
  const large = Array.from({length: 100}, (_, i) => 1_000_000 + (i === 50 ? 60_000 : 0));
  expect(judgeSeries(seriesOf(large))?.spans).toEqual([]);
  expect(judgeSeries(seriesOf(counts))?.spans).toEqual([]);
});

test("judgeSeries(series) knows nothing of a series without events", () => {
  expect(judgeSeries(seriesOf(Array.from({length: 60}, () => 0)))).toBeUndefined();
});
