import type {Series} from "../../../../data-loaders/statistics/anomalies/series.ts";
import {seededRandom} from "../../../../data-loaders/statistics/seeded-random.ts";

/** A series of sessions on days from 2024-01-01, or of what else is told. */
export function seriesOf(counts: readonly number[], others: Partial<Series> = {}): Series {
  return {
    metric: "sessions",
    kind: "business",
    dimension: "all",
    value: null,
    dates: counts.map((_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10)),
    counts,
    trials: null,
    people: counts,
    ...others
  };
}

/** Draws of the standard normal distribution, by Box and Muller (1958). */
export function normalDraws(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** So many days of visits as a shop has them: a trend, slow waves, weekdays, days that differ by 5 %, and chance. */
export function simulateDays(seed: number, {days = 152, level = 1000} = {}): number[] {
  const random = seededRandom(seed);
  const draw = normalDraws(seed + 0.5 * 2 ** 31);
  const [phase, trend] = [6 * random(), 0.003 * (random() - 0.3)];
  return Array.from({length: days}, (_, i) => {
    const weekday = 0.15 * Math.sin(((i % 7) / 7) * 2 * Math.PI + phase);
    const mean = level * Math.exp(trend * i + weekday + 0.05 * Math.sin(i / 40) + 0.05 * draw());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * draw()));
  });
}
