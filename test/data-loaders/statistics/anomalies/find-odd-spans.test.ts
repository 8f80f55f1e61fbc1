import fc from "fast-check";
import {expect, test} from "vitest";
import {findOddSpans} from "../../../../data-loaders/statistics/anomalies/find-odd-spans.ts";
import {seriesOf, simulateDays} from "./series-of.ts";

const spansOf = (counts: readonly number[]) =>
  findOddSpans(seriesOf(counts))?.spans.map(({from, until, score, shape}) => [from, until, Math.sign(score), shape]);

test("findOddSpans(series) tells a day, a week and a level that stays apart", () => {
  const counts = simulateDays(42);
  const odd = counts.map((count, i) => {
    if (i === 30) return 2 * count;
    if (i >= 60 && i < 67) return Math.round(0.6 * count);
    return i >= 105 ? Math.round(1.5 * count) : count;
  });
  expect(spansOf(odd)).toEqual([
    [30, 31, 1, undefined],
    [60, 67, -1, undefined],
    [105, 133, 1, "shift"]
  ]);
});

test("findOddSpans(series) tells an outage of months in a thin series as one", () => {
  const counts = Array.from({length: 300}, (_, i) => (i >= 150 && i < 211 ? 0 : 2 + (i % 3)));
  expect(spansOf(counts)).toEqual([[150, 211, -1, undefined]]);
});

test("findOddSpans(series) keeps apart what usual days lie between", () => {
  const counts = simulateDays(42).map((count, i) =>
    (i >= 60 && i < 67) || (i >= 70 && i < 77) ? Math.round(0.6 * count) : count
  );
  expect(spansOf(counts)).toEqual([
    [60, 67, -1, undefined],
    [70, 77, -1, undefined]
  ]);
});

test("findOddSpans(series) says what was to be expected of the days", () => {
  const counts = Array.from({length: 70}, (_, i) => (i === 35 ? 300 : i % 7 === 0 ? 50 : 100));
  const [span] = findOddSpans(seriesOf(counts))?.spans ?? [];
  expect(span).toMatchObject({from: 35, until: 36, observed: 300, trials: null});
  expect(span?.expected).toBeGreaterThan(45);
  expect(span?.expected).toBeLessThan(62);
});

test("findOddSpans(series) leaves series alone that are constant, shorter than four weeks, or too thin", () => {
  const constant = Array.from({length: 60}, () => 100);
  expect(findOddSpans(seriesOf(constant))).toBeUndefined();
  expect(findOddSpans(seriesOf(simulateDays(1, {days: 27})))).toBeUndefined();
  expect(findOddSpans(seriesOf(constant.map((_, i) => (i === 9 ? 5 : 0))))).toBeUndefined();
  expect(findOddSpans(seriesOf([]))).toBeUndefined();
  const rate = seriesOf(
    constant.map(() => 99),
    {metric: "a_to_b", trials: constant.map((count, i) => count - (i % 10 ? 1 : 0))}
  );
  expect(findOddSpans(rate)).toBeUndefined();
});

test("findOddSpans(series) has nothing to say of a smooth season or trend", () => {
  const season = Array.from({length: 158}, (_, i) => Math.round(800 + 3 * i - (i > 120 ? 8 * (i - 120) : 0)));
  expect(spansOf(season)).toEqual([]);
});

test("findOddSpans(series) ends with finite numbers, for any counts and rates", () => {
  const days = fc.array(fc.tuple(fc.nat({max: 1_000_000}), fc.nat({max: 40})), {minLength: 28, maxLength: 80});
  fc.assert(
    fc.property(days, fc.boolean(), fc.constantFrom("sessions", "revenue"), (list, isRate, metric) => {
      const trials = list.map(([, all]) => all);
      const counts = list.map(([count, all]) => (isRate ? Math.min(count % 50, all) : count * all));
      const found = findOddSpans(seriesOf(counts, {metric, trials: isRate ? trials : null}));
      const numbers = found?.spans.flatMap(({score, expected, observed}) => [score, expected, observed]) ?? [];
      expect([...numbers, ...(found?.usual.expected ?? [])].every(Number.isFinite)).toBe(true);
    }),
    {numRuns: 60, seed: 4}
  );
});
