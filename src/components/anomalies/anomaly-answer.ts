import {listWords} from "../../shared/list-words.js";
import {counted} from "../../shared/number-format.js";
import type {ReportFormats} from "../report-formats.js";
import type {Incident} from "./incident-card.js";

/** What was looked at. */
export interface Watched {
  /** metrics, for all and by source, device and browser */
  series: number;
  /** those long and full enough to be judged */
  judged: number;
  days: number;
  /** null where nothing was */
  metrics: readonly string[] | null;
  dimensions: readonly string[] | null;
}

/** Fewer days than this are no four weeks before and after any of them. */
const leastDays = 28;

/** What is odd, in one sentence. */
export function anomalyAnswer(
  incidents: readonly Incident[],
  {series, judged, days}: Watched,
  formats: ReportFormats
): string {
  const inDays = `in ${counted(days, "day", "days", formats)}`;
  if (!series) return "The data is too short to tell what is odd in it.";
  if (!incidents.length && days < leastDays) {
    return `${counted(days, "whole day is", "whole days are", formats)} too few to tell what is odd.`;
  }
  if (!incidents.length)
    return judged ? `Nothing odd was found ${inDays}.` : `Too little to tell what is odd ${inDays}.`;
  const business = incidents.filter(({main}) => main.kind === "business").length;
  const tracking = incidents.length - business;
  const parts = [
    business ? `${formats.count(business)} in the business` : "",
    tracking ? `${formats.count(tracking)} in how it is measured` : ""
  ].filter(Boolean);
  const things = incidents.length === 1 ? "One thing was" : `${formats.count(incidents.length)} things were`;
  return `${things} odd ${inDays}: ${parts.join(", ")}.`;
}

/** What was looked at, and what would be needed to see more, in words. */
export function watchedWords(watched: Watched, episodes: number, formats: ReportFormats): string {
  const {series, judged, days} = watched;
  if (!series) {
    return "Whole days are watched, each beside the four weeks before and after it: it takes four weeks of events, and two for days without any.";
  }
  const few =
    judged < series ? ` It takes four weeks and thirty events to judge one: ${formats.count(judged)} can be.` : "";
  const odd = episodes ? ` ${counted(episodes, "episode was", "episodes were", formats)} not as usual.` : "";
  return `${counted(series, "series", "series", formats)} of daily numbers over ${counted(days, "whole day", "whole days", formats)} were watched: ${subjects(watched)}.${few}${odd}`;
}

function subjects({metrics, dimensions}: Watched): string {
  const names = {sessions: "visits", users: "visitors", views: "page views", orders: "orders", revenue: "revenue"};
  const known = Object.entries(names).filter(([metric]) => metrics?.includes(metric));
  const by = dimensions?.length ? `, for all and by ${listWords(dimensions)}` : "";
  return `${listWords([...known.map(([, name]) => name), "the steps to the purchase"])}${by}; and how events are recorded`;
}
