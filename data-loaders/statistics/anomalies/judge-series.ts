import {findGaps} from "./find-gaps.ts";
import {findLostViews} from "./find-lost-views.ts";
import {findOddSpans} from "./find-odd-spans.ts";
import type {OddSpan, OddSpans, Series} from "./series.ts";

/** How far a metric has to be off to matter, as a share of what is usual. */
const leastChange = 0.1;

/** How far a level that stays has to be: smaller ones come and go with the seasons. */
const leastShift = 0.15;

/** How far a share has to be off to matter whatever is usual. */
const leastBusinessPoints = 0.05;

/** How far a share of tracking has to be off to matter. */
const leastTrackingPoints = 0.01;

/**
 * What is odd of a series and large enough to matter: 10 % of what is usual (15 %
 * for a level that stays) or five points of a rate, one point of a share of tracking.
 * What comes before a series' first event is left out, because a channel that is new is not odd. Undefined for series of which
 * nothing can be told.
 */
export function judgeSeries(series: Series): OddSpans | undefined {
  if (series.metric === "days_without_events") return findGaps(series);
  if (series.metric === "purchases_above_views") return findLostViews(series);
  const first = (series.trials ?? series.counts).findIndex((count) => count > 0);
  if (first < 0) return undefined;
  const known = findOddSpans(first === 0 ? series : sliceSeries(series, first));
  if (!known) return undefined;
  return moveBy(first, {...known, spans: known.spans.filter((span) => matters(series, span))});
}

function matters({kind, trials}: Series, span: OddSpan): boolean {
  const change = Math.abs(span.observed - span.expected);
  const points = trials ? change / (span.trials ?? 1) : 0;
  const isLarge = change >= (span.shape === "shift" ? leastShift : leastChange) * span.expected;
  if (kind === "tracking") return isLarge && points >= leastTrackingPoints;
  return isLarge || points >= leastBusinessPoints;
}

function sliceSeries(series: Series, first: number): Series {
  return {
    ...series,
    dates: series.dates.slice(first),
    counts: series.counts.slice(first),
    trials: series.trials && series.trials.slice(first),
    people: series.people.slice(first)
  };
}

function moveBy(first: number, {spans, usual}: OddSpans): OddSpans {
  if (first === 0) return {spans, usual};
  const none = new Array<number>(first).fill(NaN);
  return {
    spans: spans.map((span) => ({...span, from: span.from + first, until: span.until + first})),
    usual: {
      ...usual,
      expected: [...none, ...usual.expected],
      exposures: [...none, ...usual.exposures],
      levels: [...none.map(() => ({value: NaN, variance: NaN})), ...usual.levels]
    }
  };
}
