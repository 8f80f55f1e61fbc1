import {findRuns, type Run, scoreSpan} from "./find-runs.ts";
import {findShifts} from "./find-shifts.ts";
import {findSpikes} from "./find-spikes.ts";
import type {OddSpan, OddSpans, Series, Span} from "./series.ts";
import {type UsualDays, usualDays} from "./usual-days.ts";

/** Days of a new level that are told: four weeks, after which it is what is usual. */
const told = 28;

/** A lower score is what chance brings among so many days. */
const notable = 4;

/** Series shorter than four weeks have nothing usual. */
const shortest = 28;

/** What stretches have between them belongs to them where it is off by at least so much of what they are. */
const sameChange = 0.75;

/** Fewer events in all, or fewer that are none, say nothing. */
const fewestEvents = 30;

/**
 * The stretches of a series that differ from what is usual: days that stand out, stretches that are found in pieces of up to four weeks,
 * and levels that jump for good. Undefined for series that are too short, too thin or constant.
 */
export function findOddSpans(series: Series): OddSpans | undefined {
  if (!canTell(series)) return undefined;
  const spikes = findSpikes(series);
  const isSpike = spikes.map((side) => side !== 0);
  const shifts = findShifts(series, isSpike);
  const breaks = shifts.map(({from}) => from);
  const {runs, usual} = keepNotable(
    series,
    joinRuns(series, {runs: findRuns(series, isSpike, breaks), spikes, breaks}),
    breaks
  );
  const n = series.counts.length;
  const jumps = shifts.map(({from, ratio, score}, k): OddSpan => {
    const until = Math.min(n, from + told, breaks[k + 1] ?? n);
    return {from, until, score, shape: "shift", ...sums(series, usual, {from, until}, 1 / ratio)};
  });
  const others = runs.map((run): OddSpan => ({...run, ...sums(series, usual, run)}));
  return {spans: [...jumps, ...others].sort((a, b) => a.from - b.from || a.until - b.until), usual};
}

// The search leaves out much, after which days look more alike than they are: what is not notable then is taken back.
function keepNotable(
  series: Series,
  found: readonly Span[],
  breaks: readonly number[]
): {runs: (Span & {score: number})[]; usual: UsualDays} {
  let spans = found;
  for (;;) {
    const kept = spans;
    const usual = usualDays(series, isWithin(series, kept), breaks);
    const runs = kept.map(({from, until}) => ({from, until, score: scoreSpan(series, usual, {from, until})}));
    spans = runs.filter(({score}) => Math.abs(score) >= notable);
    if (spans.length === kept.length) return {runs, usual};
  }
}

function canTell({counts, trials, kind, metric}: Series): boolean {
  if (counts.length < shortest) return false;
  const all = sum(counts);
  if (trials && kind === "business") return Math.min(all, sum(trials) - all) >= fewestEvents;
  if (trials) return sum(trials) >= fewestEvents;
  if (metric === "revenue") return counts.filter((count) => count > 0).length >= 0.95 * counts.length;
  return all >= fewestEvents && new Set(counts).size > 1;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

// runs and days that stand out, on the same side and next to each other or with days between them that are as far off, are one
function joinRuns(
  series: Series,
  {runs, spikes, breaks}: {runs: readonly Run[]; spikes: readonly number[]; breaks: readonly number[]}
): Span[] {
  const days = spikes.flatMap((side, i) => (side === 0 ? [] : [{from: i, until: i + 1, side}]));
  const parts = [...runs, ...days].sort((a, b) => a.from - b.from);
  const usual = usualDays(series, isWithin(series, parts), breaks);
  const joined: Run[] = [];
  for (const next of parts) {
    const last = joined.at(-1);
    const isNext = last?.side === next.side && (next.from <= last.until || isAsFarOff(series, usual, last, next));
    if (last && isNext) last.until = Math.max(last.until, next.until);
    else joined.push({...next});
  }
  return joined;
}

// what is between two runs, if it is no longer than either of them
function isAsFarOff(series: Series, usual: UsualDays, last: Span, next: Span): boolean {
  const between = {from: last.until, until: next.from};
  if (between.until - between.from > Math.min(last.until - last.from, next.until - next.from)) return false;
  const [a, b, middle] = [last, next, between].map((span) => sums(series, usual, span)) as [Sums, Sums, Sums];
  const change = (a.observed + b.observed) / (a.expected + b.expected) - 1;
  return (middle.observed / middle.expected - 1) / change >= sameChange;
}

function isWithin({counts}: Series, spans: readonly Span[]): boolean[] {
  return counts.map((_, i) => spans.some(({from, until}) => from <= i && i < until));
}

type Sums = Pick<OddSpan, "expected" | "observed" | "trials">;

function sums({counts, trials}: Series, {expected}: UsualDays, {from, until}: Span, factor = 1): Sums {
  return {
    expected: factor * sum(expected.slice(from, until)),
    observed: sum(counts.slice(from, until)),
    trials: trials && sum(trials.slice(from, until))
  };
}
