import type {SurvivalCount} from "./kaplan-meier.ts";

/**
 * Which of a group's counts, in ascending order of time, can be told, as their times: those at which enough people had an event
 * since the last one told, and nobody or enough of them were censored; the last, also where nobody had an event. So no number below
 * `minimum` can be found as what one has beyond the one before. Only times in `among` are told, any unless given.
 */
export function tellingTimes(
  counts: readonly SurvivalCount[],
  {minimum, among}: {minimum: number; among?: ReadonlySet<number>}
): Set<number> {
  let [events, censored] = [0, 0];
  const told = new Set<number>();
  counts.forEach((count, i) => {
    events += count.events;
    censored += count.censored;
    if (among && !among.has(count.time)) return;
    const isLast = i === counts.length - 1;
    const isEnough = events >= minimum || (events === 0 && isLast);
    if (!isEnough || (censored > 0 && censored < minimum)) return;
    told.add(count.time);
    [events, censored] = [0, 0];
  });
  return told;
}
