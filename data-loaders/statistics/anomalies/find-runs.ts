import type {Series, Span} from "./series.ts";
import {scoreSum} from "./score-sum.ts";
import {type UsualDays, usualDays} from "./usual-days.ts";

/** A stretch of days above (1) or below (-1) what is usual. */
export interface Run extends Span {
  side: number;
}

/** The longest stretch that is looked at, in days: four weeks. */
const longest = 28;

/** How far a stretch has to be off to be left out of what is usual. */
const notable = 3.5;

/** So many stretches may be off; a series with more of them has no usual days. */
const mostRuns = 20;

/**
 * The stretches of one to 28 days whose sum is farthest from what is usual, above or below, none of them overlapping: the farthest
 * is found first, left out of what is usual, and so on. `isMasked` are days that are left out from the beginning.
 *
 * Source: the temporal scan statistic of Kulldorff, M. (2001), Prospective time periodic geographical disease surveillance
 * using a scan statistic. JRSS A 164: 61-72, with the greedy search of Chen, C. and Liu, L.-M. (1993), Joint estimation of model
 * parameters and outlier effects in time series. JASA 88: 284-297.
 */
export function findRuns(series: Series, isMasked: readonly boolean[], breaks: readonly number[] = []): Run[] {
  const mask = [...isMasked];
  const spans: Run[] = [];
  while (spans.length < mostRuns) {
    const span = farthest(series, usualDays(series, mask, breaks), mask);
    if (!span) break;
    spans.push(span);
    mask.fill(true, span.from, span.until);
  }
  return spans;
}

/** How far the days of a span lie from what is usual of them together, as a standard normal score. */
export function scoreSpan(series: Series, usual: UsualDays, {from, until}: Span): number {
  const {counts, trials} = series;
  let [count, mean, all, exposure, variance] = [0, 0, 0, 0, 0];
  for (let i = from; i < until; ++i) {
    count += counts[i] as number;
    mean += usual.expected[i] as number;
    all += trials?.[i] ?? 0;
    exposure += usual.exposures[i] as number;
    variance += usual.levels[i]?.variance ?? 0;
  }
  const days = until - from;
  // what is usual is not known for certain, and days that follow each other are alike
  const uncertainty = Math.max(1, 1 + (exposure * variance) / days);
  const dispersion = usual.dispersion * uncertainty * likeness(usual, days);
  return scoreSum(series, {observed: count, expected: mean, trials: all, dispersion});
}

/** The variance of a sum of days that each say something of the next, as a multiple of that of unrelated ones. */
export function likeness({correlation}: UsualDays, days: number): number {
  let sum = 1;
  for (let lag = 1; lag < days; ++lag) sum += 2 * (1 - lag / days) * correlation ** lag;
  return sum;
}

function farthest(series: Series, usual: UsualDays, isMasked: readonly boolean[]): Run | undefined {
  const {counts, trials} = series;
  let most = notable;
  let found: Run | undefined;
  for (let from = 0; from < counts.length; ++from) {
    let [count, mean, all] = [0, 0, 0];
    for (let i = from; i < Math.min(counts.length, from + longest) && !isMasked[i]; ++i) {
      count += counts[i] as number;
      mean += usual.expected[i] as number;
      all += trials?.[i] ?? 0;
      const {dispersion} = usual;
      // most are near, which takes no logarithm to see: the root of a deviance is up to √2 times as far below, and not as far above
      const variance = mean * dispersion * (trials ? 1 - mean / all : 1);
      if ((count - mean) ** 2 < (count < mean ? 0.5 : 1) * notable * notable * variance) continue;
      const score = scoreSum(series, {observed: count, expected: mean, trials: all, dispersion});
      if (Math.abs(score) > most) [most, found] = [Math.abs(score), {from, until: i + 1, side: Math.sign(score)}];
    }
  }
  return found;
}
