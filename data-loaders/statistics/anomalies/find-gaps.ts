import type {OddSpan, OddSpans, Series, Span} from "./series.ts";
import {signedRootDeviance} from "./signed-root-deviance.ts";

/** Where days with events come in runs of no more than so many on average, a day without is nothing odd. */
const shortestRun = 2;

/**
 * The stretches of days without events, of a series that says of each day whether it has none. They are there whatever chance would
 * have: `chance` is how likely it is that nobody comes on so many days, where as many come as on the mean day with events. Undefined
 * where no day is empty but those of the week on which none ever has events, and where empty days are as usual as others.
 */
export function findGaps({counts, people}: Series): OddSpans | undefined {
  const gaps = withoutClosedDays(
    stretchesOf(counts, (count) => count > 0),
    counts
  );
  const others = stretchesOf(counts, (count) => count === 0);
  const days = counts.filter((count) => count === 0).length;
  if (gaps.length === 0 || days <= shortestRun * others.length) return undefined;
  const usual = people.reduce((sum, count) => sum + count, 0) / days;
  const spans = gaps.map(({from, until}): OddSpan => {
    const empty = until - from;
    // fewer people than usual, more such days
    const score = -signedRootDeviance(0, usual * empty);
    const chance = Math.exp(-usual * empty);
    return {from, until, score, shape: "gap", expected: 0, observed: empty, trials: empty, chance};
  });
  const none = counts.map(() => 0);
  return {spans, usual: {expected: none, levels: [], exposures: none, dispersion: 1, correlation: 0}};
}

// without those on days of the week on which the shop is closed: at least three without events, and half of all but those of longer gaps
function withoutClosedDays(gaps: readonly Span[], counts: readonly number[]): Span[] {
  const isLong = ({from, until}: Span): boolean => until - from > 2;
  const isWithin = counts.map(() => true);
  for (const {from, until} of gaps.filter(isLong)) isWithin.fill(false, from, until);
  const [empty, all] = [new Array<number>(7).fill(0), new Array<number>(7).fill(0)];
  counts.forEach((count, i) => {
    if (!isWithin[i]) return;
    all[i % 7] = (all[i % 7] as number) + 1;
    if (count > 0) empty[i % 7] = (empty[i % 7] as number) + 1;
  });
  const isClosed = (i: number): boolean => {
    const none = empty[i % 7] as number;
    return none >= 3 && 2 * none >= (all[i % 7] as number);
  };
  return gaps.filter((gap) => isLong(gap) || !isClosed(gap.from) || !isClosed(gap.until - 1));
}

function stretchesOf(counts: readonly number[], belongs: (count: number) => boolean): Span[] {
  const stretches: Span[] = [];
  counts.forEach((count, i) => {
    if (!belongs(count)) return;
    const last = stretches.at(-1);
    if (last?.until === i) last.until = i + 1;
    else stretches.push({from: i, until: i + 1});
  });
  return stretches;
}
