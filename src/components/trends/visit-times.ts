import {listWords} from "../../shared/list-words.js";
import {fullestHours, type HourWindow} from "../../shared/trends/fullest-hours.js";
import {leadingShares, type ShareOfAll, sharesOfAll} from "../../shared/trends/leading-shares.js";
import {hourText, weekdayName} from "../../shared/trends/weekdays.js";
import type {ReportFormats} from "../report-formats.js";

/** What of an hour of the day, or of a weekday, counts. */
export interface VisitCount {
  sessions: number;
  purchasing_sessions: number;
}

/** An hour of the day over all days. */
export interface DayHour extends VisitCount {
  event_hour: number;
}

/** A weekday over whole weeks, 1 = Monday. */
export interface Weekday extends VisitCount {
  event_day: number;
}

/** What is counted: all sessions, or those with a purchase. */
export type VisitKind = keyof VisitCount;

const nouns: Record<VisitKind, string> = {sessions: "sessions", purchasing_sessions: "sessions with a purchase"};

/** What each hour of the day has, from 0 to 23. */
export function countsByHour(hours: readonly DayHour[], kind: VisitKind): number[] {
  const counts = new Array<number>(24).fill(0);
  for (const hour of hours) counts[hour.event_hour] = hour[kind];
  return counts;
}

/** Which three hours in a row have most, with their share; undefined where there are too few to tell. */
export function busiestHours(
  hours: readonly DayHour[],
  kind: VisitKind,
  formats: ReportFormats
): HourWindow | undefined {
  return isEnough(hours, kind, formats) ? fullestHours(countsByHour(hours, kind)) : undefined;
}

/** Which three hours in a row have least, with their share; undefined where there are too few to tell. */
export function quietestHours(
  hours: readonly DayHour[],
  kind: VisitKind,
  formats: ReportFormats
): HourWindow | undefined {
  return isEnough(hours, kind, formats) ? fullestHours(countsByHour(hours, kind), 3, -1) : undefined;
}

function isEnough(hours: readonly VisitCount[], kind: VisitKind, {minimumTrials}: ReportFormats): boolean {
  return hours.reduce((sum, hour) => sum + hour[kind], 0) >= minimumTrials;
}

/** Hours in words, as "19:00 to 22:00 UTC". */
export function hoursInWords({from, to}: HourWindow): string {
  return `${hourText(from)} to ${hourText(to)} UTC`;
}

/** On which hours and weekdays most come, or most buy, each with how sure that is. Says so where there are too few to tell. */
export function visitTimes(
  hours: readonly DayHour[],
  weekdays: readonly Weekday[],
  {kind, formats}: {kind: VisitKind; formats: ReportFormats}
): string {
  const window = busiestHours(hours, kind, formats);
  if (!window) return `There are too few ${nouns[kind]} to tell when most of them come.`;
  const {percent} = formats;
  const when = `${percent(window.share)} of ${nouns[kind]} come from ${hoursInWords(window)} (95% interval: ${percent(window.low)} to ${percent(window.high)}), where an eighth of the day would have ${percent(1 / 8)}.`;
  return `${when} ${weekdayTitle(weekdays, {kind, formats})}.`;
}

/** Which weekdays have most and fewest, as far as chance lets them be told apart. */
export function weekdayTitle(
  weekdays: readonly Weekday[],
  {kind, formats}: {kind: VisitKind; formats: ReportFormats}
): string {
  const shares = sharesOfAll(weekdays.map((weekday) => weekday[kind]));
  const total = weekdays.reduce((sum, weekday) => sum + weekday[kind], 0);
  if (!shares.length || total < formats.minimumTrials) return `Too few ${nouns[kind]} to tell the weekdays apart`;
  const name = ({place}: ShareOfAll) => weekdayName(weekdays[place]?.event_day ?? 0);
  const [most, fewest] = [leadingShares(shares, 1), leadingShares(shares, -1)];
  if (most.length === shares.length)
    return `No weekday stands out by ${nouns[kind]}: each has ${range(shares, formats)}`;
  const parts = [
    most.length < 4 ? `Most ${nouns[kind]} come on ${listWords(most.map(name))} (${range(most, formats)})` : "",
    fewest.length < 4
      ? `${most.length < 4 ? "fewest" : `Fewest ${nouns[kind]} come`} on ${listWords(fewest.map(name))} (${range(fewest, formats)})`
      : ""
  ].filter(Boolean);
  return parts.join(", ") || `Weekdays differ a little by ${nouns[kind]}: each has ${range(shares, formats)}`;
}

// of one, its interval; of several, their shares
function range(shares: readonly ShareOfAll[], {percent}: ReportFormats): string {
  const [one] = shares;
  if (shares.length === 1 && one)
    return `${percent(one.share)}; 95% interval: ${percent(one.low)} to ${percent(one.high)}`;
  const all = shares.map(({share}) => share);
  return `${percent(Math.min(...all))} to ${percent(Math.max(...all))}`;
}
