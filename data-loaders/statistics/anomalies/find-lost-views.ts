import {median} from "./median.ts";
import type {OddSpan, OddSpans, Series} from "./series.ts";
import {signedRootDeviance} from "./signed-root-deviance.ts";
import {usualDays} from "./usual-days.ts";

/** The largest share of purchases among purchases and page views that can be usual: people look at several things for each they buy. */
const largestShare = 0.25;

/** How sure it has to be of a day that there are more purchases than page views. */
const sure = 2.5;

/** Days so far apart belong together: what is lost on some weekdays is lost every week. */
const nearDays = 7;

/**
 * The stretches of days with more purchases than page views, of a series of purchases of both together. Days a week apart are one
 * stretch; what it adds up is of those days alone. Undefined where there is neither.
 */
export function findLostViews(series: Series): OddSpans | undefined {
  const {counts, trials} = series;
  if (!trials || !trials.some((all) => all > 0)) return undefined;
  const shares = trials.flatMap((all, i) => (all > 0 ? [(counts[i] as number) / all] : []));
  const usual = Math.min(largestShare, Math.max(median(shares), 0.5 / trials.length));
  const isAbove = counts.map((count, i) => {
    const all = trials[i] as number;
    return count > all - count && signedRootDeviance(count, usual * all, all) >= sure;
  });
  const spans: OddSpan[] = [];
  isAbove.forEach((is, i) => {
    if (!is) return;
    let last = spans.at(-1);
    if (!last || i - last.until >= nearDays) {
      spans.push((last = {from: i, until: i, score: 0, expected: 0, observed: 0, trials: 0}));
    }
    last.until = i + 1;
    last.observed += counts[i] as number;
    last.trials = (last.trials ?? 0) + (trials[i] as number);
    last.expected = usual * last.trials;
    last.score = signedRootDeviance(last.observed, last.expected, last.trials);
  });
  return {spans, usual: usualDays(series, isAbove)};
}
