import type {Span} from "./series.ts";

/** The level of a series on each day, and how sure it is. */
export interface Level {
  /** count by unit of exposure */
  value: number;
  /** the variance of the level, in variances of one unit of exposure */
  variance: number;
}

/** What the level of a day is fitted to. */
export interface LevelOptions {
  /** days that are left out */
  isMasked?: readonly boolean[];
  /** the first days of new levels, across which nothing is fitted */
  breaks?: readonly number[];
}

/** How far the fit reaches to either side at least, in days: four weeks. */
const reach = 28;

/** How many days a fit needs; it reaches farther where there are fewer. */
const minimumDays = 28;

/**
 * The level that a daily series has around each day: counts by exposure (trials, or what weekdays make usual), by a line through
 * the four weeks before and after, in which near days weigh more. Levels are above 0. Days without exposure count for
 * nothing; a series without any has level 0 with infinite variance.
 *
 * Source: the local regression of Cleveland, W. S. (1979), Robust locally weighted regression and smoothing scatterplots.
 * JASA 74: 829-836; what does not fit is masked rather than weighted down.
 */
export function fitLevels(
  counts: readonly number[],
  exposures: readonly number[],
  {isMasked = [], breaks = []}: LevelOptions = {}
): Level[] {
  const edges = [0, ...breaks, counts.length];
  const levels: Level[] = [];
  for (let segment = 1; segment < edges.length; ++segment) {
    const [from, until] = [edges[segment - 1] as number, edges[segment] as number];
    const days: Day[] = [];
    for (let i = from; i < until; ++i) {
      const exposure = exposures[i] as number;
      if (!isMasked[i] && exposure > 0) days.push({i, count: counts[i] as number, exposure});
    }
    for (let i = from; i < until; ++i) levels.push(fitLevel(days, i));
  }
  return levels;
}

interface Day {
  i: number;
  count: number;
  exposure: number;
}

function fitLevel(days: readonly Day[], at: number): Level {
  const nearest = nearestDays(days, at);
  const width = Math.max(reach, nearest.distance) + 1;
  let {from, until} = nearest;
  while (from > 0 && at - (days[from - 1] as Day).i < width) --from;
  while (until < days.length && (days[until] as Day).i - at < width) ++until;
  let [w, wd, wdd, wr, wdr, exposure] = [0, 0, 0, 0, 0, 0];
  let [ww, wwd, wwdd] = [0, 0, 0];
  for (let k = from; k < until; ++k) {
    const day = days[k] as Day;
    const distance = day.i - at;
    const share = Math.abs(distance) / width;
    const rest = 1 - share * share * share;
    const kernel = rest * rest * rest;
    const weight = kernel * day.exposure;
    w += weight;
    wd += weight * distance;
    wdd += weight * distance * distance;
    wr += kernel * day.count;
    wdr += kernel * day.count * distance;
    ww += weight * kernel;
    wwd += weight * kernel * distance;
    wwdd += weight * kernel * distance * distance;
    exposure += day.exposure;
  }
  if (w === 0) return {value: 0, variance: Infinity};
  // a slope that is drawn to 0, so that what lies beyond the days fitted is not far from them
  const slopes = wdd + w * steadyDays * steadyDays;
  const determinant = w * slopes - wd * wd;
  // as if half an event had been seen, where none was
  const value = Math.max((slopes * wr - wd * wdr) / determinant, 0.5 / exposure);
  const variance = (slopes * slopes * ww - 2 * slopes * wd * wwd + wd * wd * wwdd) / (determinant * determinant);
  return {value, variance};
}

/** How many days a slope has to go on to count as much as the level. */
const steadyDays = 4;

// as many as a fit needs, or all; they are in order
function nearestDays(days: readonly Day[], at: number): Span & {distance: number} {
  let until = days.findIndex(({i}) => i >= at);
  if (until < 0) until = days.length;
  let from = until;
  let distance = 0;
  while (until - from < minimumDays && (from > 0 || until < days.length)) {
    const before = from > 0 ? at - (days[from - 1] as Day).i : Infinity;
    const after = until < days.length ? (days[until] as Day).i - at : Infinity;
    distance = Math.min(before, after);
    if (before <= after) --from;
    else ++until;
  }
  return {from, until, distance};
}
