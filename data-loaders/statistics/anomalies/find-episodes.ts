import {correctScores, type DayScore} from "./correct-scores.ts";
import {joinIncidents} from "./join-incidents.ts";
import {judgeSeries} from "./judge-series.ts";
import type {OddSpan, OddSpans, Series} from "./series.ts";

/** Something odd that happened to a metric. */
export interface Episode extends OddSpan {
  series: Series;
  /** corrected for all series and days; of what is counted and not tested, how likely it is by chance */
  pValue: number;
  /** numbered from 1 in the order of days */
  incident: number;
  /** whether it stands for the incident */
  isMain: boolean;
}

/** A series, and what is usual of it; undefined where nothing can be told. */
export interface JudgedSeries {
  series: Series;
  judged: OddSpans | undefined;
}

/** The share of episodes that may be false. */
const level = 0.05;

/**
 * The episodes of all series, in the order of their days, and each series with what is usual of it. All series have the same
 * days. No series give no episodes.
 */
export function findEpisodes(all: readonly Series[]): {episodes: Episode[]; judgedSeries: JudgedSeries[]} {
  const judgedSeries = all.map((series) => ({series, judged: judgeSeries(series)}));
  const asked = {whole: 0, parts: 0};
  for (const {series, judged} of judgedSeries) {
    if (judged && !judged.spans.some(isCounted))
      asked[series.dimension === "all" ? "whole" : "parts"] += series.counts.length;
  }
  const found = judgedSeries.flatMap(({series, judged}) => (judged?.spans ?? []).map((span) => ({...span, series})));
  const tested = found.filter((span) => !isCounted(span));
  const pValues = correctScores(tested.map(scoreOf), asked);
  const kept = [
    ...tested.map((span, i) => ({...span, pValue: pValues[i] as number})).filter(({pValue}) => pValue <= level),
    ...found.filter(isCounted).map((span) => ({...span, pValue: span.chance}))
  ].sort(byDays);
  const places = joinIncidents(kept.map((episode) => ({...episode, ...describe(episode.series)})));
  return {episodes: kept.map((episode, i) => ({...episode, ...(places[i] as (typeof places)[number])})), judgedSeries};
}

function isCounted<T extends OddSpan>(span: T): span is T & {chance: number} {
  return span.chance !== undefined;
}

function scoreOf({score, series}: OddSpan & {series: Series}): DayScore {
  return {score, days: series.counts.length, isWhole: series.dimension === "all"};
}

type Kept = OddSpan & {series: Series; pValue: number};

function describe({metric, kind, dimension, value}: Series): Pick<Series, "metric" | "kind" | "dimension" | "value"> {
  return {metric, kind, dimension, value};
}

function byDays(a: Kept, b: Kept): number {
  return a.from - b.from || a.until - b.until || (nameOf(a) < nameOf(b) ? -1 : 1);
}

function nameOf({series}: Kept): string {
  return JSON.stringify(describe(series));
}
