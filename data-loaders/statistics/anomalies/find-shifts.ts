import {decomposeDays} from "./decompose-days.ts";
import {findChangePoints} from "./find-change-points.ts";
import {median} from "./median.ts";
import {robustScale} from "./robust-scale.ts";
import {runningMedian} from "./running-median.ts";
import {likeness} from "./find-runs.ts";
import type {Series} from "./series.ts";
import {usualDays} from "./usual-days.ts";

/** A day from which on the level of a series is another one. */
export interface Shift {
  /** index of the first day of the new level */
  from: number;
  /** new level ÷ old level */
  ratio: number;
  /** as a standard normal */
  score: number;
}

/** Levels last that long, in days; what ends sooner is a run. */
const lasting = 28;

/** A level that is seen on fewer days may not last. */
const fewestDays = 14;

/** Fewer events a day are too few to see a level in. */
const fewest = 10;

/** What a change point costs, in variances times the logarithm of the days. */
const penaltyFactor = 6;

/** How sure a shift has to be to break what is usual. */
const sure = 4.5;

/**
 * The days at which the level of a series jumps for good: change points of its logarithms without weekdays, of which those stay that
 * a line through the weeks before and one through the weeks after do not meet at. So neither a trend nor what is over in four weeks is
 * a shift. None in series of fewer than 10 events (or failures) on the usual day, and of those shorter than eight weeks.
 *
 * Source: the jump between one-sided local lines of Loader, C. R. (1996), Change point estimation using nonparametric
 * regression. Annals of Statistics 24: 1667-1678, at the candidates that PELT finds.
 */
export function findShifts(series: Series, isMasked: readonly boolean[]): Shift[] {
  const {counts, trials} = series;
  const n = counts.length;
  const failures = trials ? trials.map((all, i) => all - (counts[i] as number)) : counts;
  if (n < 2 * lasting || !(Math.min(median(counts), median(failures)) >= fewest)) return [];
  const {candidates, isBrief} = findCandidates(series, isMasked);
  const mask = isMasked.map((is, i) => is || (isBrief[i] as boolean));
  const shifts: Shift[] = [];
  while (candidates.length > shifts.length) {
    const next = strongest(series, mask, candidates, shifts);
    if (!next || Math.abs(next.score) < sure) break;
    shifts.push(next);
  }
  return shifts.sort((a, b) => a.from - b.from);
}

function strongest(
  series: Series,
  mask: readonly boolean[],
  candidates: readonly number[],
  shifts: readonly Shift[]
): Shift | undefined {
  const known = shifts.map(({from}) => from);
  const left = candidates.filter((from) => !known.includes(from));
  const judged = left.map((from) =>
    judgeShift(
      series,
      mask,
      from,
      [...known, from].sort((a, b) => a - b)
    )
  );
  return judged.sort((a, b) => Math.abs(b.score) - Math.abs(a.score))[0];
}

function judgeShift(series: Series, mask: readonly boolean[], from: number, breaks: readonly number[]): Shift {
  const usual = usualDays(series, mask, breaks);
  const [before, after] = [usual.levels[from - 1], usual.levels[from]];
  if (!before || !after || !(before.value > 0)) return {from, ratio: 1, score: 0};
  const ratio = after.value / before.value;
  const relative = ({value, variance}: typeof before) =>
    (variance / value) * (series.trials ? 1 - Math.min(1, value) : 1);
  const variance = usual.dispersion * (relative(before) + relative(after)) * likeness(usual, lasting);
  return {from, ratio, score: variance > 0 && variance < Infinity ? Math.log(ratio) / Math.sqrt(variance) : 0};
}

// PELT's change points, and the days between two that take each other back within four weeks
function findCandidates(
  {counts, trials}: Series,
  isMasked: readonly boolean[]
): {candidates: number[]; isBrief: boolean[]} {
  const logarithms = counts.map((count, i) =>
    isMasked[i] || trials?.[i] === 0 ? NaN : Math.log(Math.max(count, 0.5) / (trials?.[i] ?? 1))
  );
  const {trend, weekdays} = decomposeDays(logarithms);
  const around = runningMedian(trend, 29);
  const values = logarithms.map((value, i) =>
    Number.isNaN(value) ? trend[i] || around[i] || 0 : value - (weekdays[i % 7] as number)
  );
  const steps = values.slice(1).map((value, i) => value - (values[i] as number));
  const variance = robustScale(steps, 0) ** 2 / 2;
  const n = values.length;
  const penalty = penaltyFactor * variance * Math.log(n);
  const points = variance > 0 ? findChangePoints(values, {penalty, minimumLength: 7}) : [];
  const isBrief = counts.map(() => false);
  const levels = [0, ...points].map((from, k) => median(values.slice(from, points[k] ?? n)));
  const isOver = points.map(() => false);
  for (let k = 0; k + 1 < points.length; ++k) {
    const [from, until] = [points[k] as number, points[k + 1] as number];
    const [before, level, after] = levels.slice(k, k + 3) as [number, number, number];
    if (until - from > lasting || Math.abs(after - before) > 0.5 * Math.abs(level - before)) continue;
    isBrief.fill(true, from, until);
    isOver[k] = isOver[k + 1] = true;
  }
  const isSeen = (from: number) => from >= fewestDays && n - from >= fewestDays;
  return {candidates: points.filter((from, k) => !isOver[k] && isSeen(from)), isBrief};
}
