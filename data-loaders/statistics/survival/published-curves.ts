import {kaplanMeier, type SurvivalCount} from "./kaplan-meier.ts";
import {tellingTimes} from "./telling-times.ts";

/** The people of one value of a dimension, or everybody: their counts in ascending order of time. */
export interface SurvivalGroup {
  value: string;
  counts: readonly SurvivalCount[];
}

/** A step of a curve as it is published: what happened since the step before, and the share of people to whom it happened. */
export interface PublishedStep {
  value: string;
  time: number;
  /** people observed after the step before, to whom it had not happened */
  atRisk: number;
  /** since the step before, up to this time */
  events: number;
  censored: number;
  /** rounded, as more digits would tell what happened at the times between two steps */
  share: number;
  low: number | null;
  high: number | null;
}

/**
 * The curves of the values of a dimension, thinned so that no step is about fewer than `minimum` people: a value has no step where
 * everybody's curve has none, and where all values but one would have one, the smallest other has none, so that what one hides is
 * not what everybody's has beyond the others. Everybody alone is a dimension of one value.
 */
export function publishedCurves(
  values: readonly SurvivalGroup[],
  {everybody, minimum}: {everybody: SurvivalGroup; minimum: number}
): PublishedStep[] {
  const common = tellingTimes(everybody.counts, {minimum});
  const told = values.map(({counts}) => tellingTimes(counts, {minimum, among: common}));
  const order = values.map((_, i) => i).sort((a, b) => countEvents(values[a]) - countEvents(values[b]) || a - b);
  for (const time of common) {
    const telling = order.filter((i) => told[i]?.has(time));
    if (telling.length === values.length - 1 && telling.length > 0) told[telling[0] ?? 0]?.delete(time);
  }
  return values.flatMap((group, i) => thinCurve(group, told[i] ?? new Set()));
}

function countEvents(group: SurvivalGroup | undefined): number {
  return (group?.counts ?? []).reduce((sum, {events}) => sum + events, 0);
}

function thinCurve({value, counts}: SurvivalGroup, told: ReadonlySet<number>): PublishedStep[] {
  let [atRisk, events, censored] = [counts.reduce((sum, count) => sum + count.events + count.censored, 0), 0, 0];
  return kaplanMeier(counts).flatMap((step) => {
    events += step.events;
    censored += step.censored;
    if (!told.has(step.time)) return [];
    const {time, survival, low, high} = step;
    const share = round(1 - survival);
    const published = {value, time, atRisk, events, censored, share, low: fromSurvival(high), high: fromSurvival(low)};
    atRisk -= events + censored;
    [events, censored] = [0, 0];
    return [published];
  });
}

function fromSurvival(survival: number | null): number | null {
  return survival === null ? null : round(1 - survival);
}

function round(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
