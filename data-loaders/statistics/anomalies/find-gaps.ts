import {scoreSpan} from "./find-runs.ts";
import type {OddSpan, OddSpans, Series} from "./series.ts";
import {usualDays} from "./usual-days.ts";

/**
 * The stretches of days without events, of a series that says of each day whether it has none: how improbable they are, from how many
 * people usually come. Undefined where nobody came at all.
 */
export function findGaps(series: Series): OddSpans | undefined {
  const people: Series = {...series, metric: "users", counts: series.people, trials: null};
  const isEmpty = series.counts.map((count) => count > 0);
  if (isEmpty.every(Boolean)) return undefined;
  const usual = usualDays(people, isEmpty);
  const spans: OddSpan[] = [];
  for (let from = 0; from < isEmpty.length; ++from) {
    if (!isEmpty[from]) continue;
    let until = from;
    while (isEmpty[until]) ++until;
    const days = until - from;
    // fewer people than usual, more such days
    const score = -scoreSpan(people, usual, {from, until});
    spans.push({from, until, score, shape: "gap", expected: 0, observed: days, trials: days});
    from = until;
  }
  return {spans, usual: {...usual, expected: series.counts.map(() => 0)}};
}
