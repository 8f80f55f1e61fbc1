import {fitLevels, type Level} from "./fit-levels.ts";
import {median} from "./median.ts";
import {robustScale} from "./robust-scale.ts";
import type {Series} from "./series.ts";
import {signedRootDeviance} from "./signed-root-deviance.ts";

/** What is usual of a series on each day. */
export interface UsualDays {
  /** in the unit of the counts */
  expected: number[];
  levels: Level[];
  /** trials, or what the weekdays make usual */
  exposures: number[];
  /** the variance as a multiple of the one that chance alone gives counts */
  dispersion: number;
  /** how much the rest of a day says of the next, from 0 */
  correlation: number;
}

/** How many events of a weekday weigh as much as the assumption that it is like the others. */
const weekdayPrior = 20;

/**
 * What is usual of a series, from the days that are not masked: a level that follows its trend (and jumps at `breaks`), weekdays,
 * and by how much days differ from it.
 */
export function usualDays(series: Series, isMasked: readonly boolean[], breaks: readonly number[] = []): UsualDays {
  const plain = series.trials ?? series.counts.map(() => 1);
  const first = fitLevels(series.counts, plain, {isMasked, breaks});
  const unit = unitOf(series);
  const weekdays = weekdayFactors(
    series.counts,
    plain.map((exposure, i) => exposure * (first[i] as Level).value),
    isMasked,
    unit
  );
  const exposures = plain.map((exposure, i) => exposure * (weekdays[i % 7] as number));
  const levels = fitLevels(series.counts, exposures, {isMasked, breaks});
  const expected = exposures.map((exposure, i) => within(exposure * (levels[i] as Level).value, series.trials?.[i]));
  return {expected, levels, exposures, ...spreadOf(series, expected, isMasked, unit)};
}

// an expected rate stays below 1
function within(expected: number, trials = Infinity): number {
  return trials === Infinity ? expected : Math.min(expected, trials - 0.5 / (1 + 1 / Math.max(trials, 1e-9)));
}

/** The least variance of an amount of money: 5 % of its usual day, squared. */
const leastMoneySpread = 0.05 ** 2;

// the variance of counts is their mean at least; that of money is a share of its
function unitOf({metric, counts}: Series): number {
  if (metric !== "revenue") return 1;
  const some = counts.filter((count) => count > 0);
  return some.length ? leastMoneySpread * median(some) : 1;
}

function weekdayFactors(
  counts: readonly number[],
  expected: readonly number[],
  isMasked: readonly boolean[],
  unit: number
): number[] {
  const seen = new Array<number>(7).fill(0);
  const usual = new Array<number>(7).fill(0);
  counts.forEach((count, i) => {
    if (isMasked[i]) return;
    seen[i % 7] = (seen[i % 7] as number) + count / unit;
    usual[i % 7] = (usual[i % 7] as number) + (expected[i] as number) / unit;
  });
  return seen.map((sum, weekday) => (sum + weekdayPrior) / ((usual[weekday] as number) + weekdayPrior));
}

function spreadOf(
  {counts, trials}: Series,
  expected: readonly number[],
  isMasked: readonly boolean[],
  unit: number
): {dispersion: number; correlation: number} {
  const scores = counts.map((count, i) =>
    isMasked[i] ? NaN : signedRootDeviance(count, expected[i] as number, trials?.[i], unit)
  );
  const known = scores.filter((score) => !Number.isNaN(score));
  // the continuity that scores lose
  const pearson = counts.flatMap((count, i) => {
    if (isMasked[i] || !((expected[i] as number) > 0)) return [];
    const mean = expected[i] as number;
    return [(count - mean) / Math.sqrt(unit * mean * (trials ? Math.max(1e-9, 1 - mean / (trials[i] as number)) : 1))];
  });
  const scale = Math.max(robustScale(pearson, 0), trimmedRoot(pearson));
  const dispersion = unit * Math.max(1, known.length ? scale * scale : 1);
  return {dispersion, correlation: lagOne(scores)};
}

/** The share of the largest rests that is left out, so that outliers do not widen what is usual. */
const trimmed = 0.05;

// the root of the mean square of all but the largest, for a normal sample without those
function trimmedRoot(rests: readonly number[]): number {
  const squares = rests.map((rest) => rest * rest).sort((a, b) => a - b);
  const kept = squares.slice(0, Math.ceil(squares.length * (1 - trimmed)));
  // the mean square of a standard normal within its central 95 %
  const share = 0.759;
  return kept.length ? Math.sqrt(kept.reduce((sum, square) => sum + square, 0) / kept.length / share) : 0;
}

function lagOne(scores: readonly number[]): number {
  let [products, squares, pairs, days] = [0, 0, 0, 0];
  scores.forEach((score, i) => {
    if (Number.isNaN(score)) return;
    const bounded = bound(score);
    squares += bounded * bounded;
    ++days;
    const next = scores[i + 1];
    if (next === undefined || Number.isNaN(next)) return;
    products += bounded * bound(next);
    ++pairs;
  });
  if (pairs < 14 || squares === 0) return 0;
  return Math.min(0.8, Math.max(0, products / pairs / (squares / days)));
}

function bound(score: number): number {
  return Math.max(-3, Math.min(3, score));
}
