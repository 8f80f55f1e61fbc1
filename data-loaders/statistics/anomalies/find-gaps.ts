import type {OddSpan, OddSpans, Series, Span} from "./series.ts";
import {signedRootDeviance} from "./signed-root-deviance.ts";

/** Where days with events come in runs of no more than so many on average, a day without is nothing odd. */
const shortestRun = 2;

/**
 * The stretches of days without events, of a series that says of each day whether it has none. They are there whatever chance would
 * have: `chance` is how likely it is that nobody comes on so many days, where as many come as on the mean day with events. Undefined
 * where no day is empty, and where empty days are as usual as others.
 */
export function findGaps({counts, people}: Series): OddSpans | undefined {
  const gaps = stretchesOf(counts, (count) => count > 0);
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
