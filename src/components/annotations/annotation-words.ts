import type {Annotation} from "../../shared/annotations/annotation.js";
import type {ReportFormats} from "../report-formats.js";

/** What readers see of the kinds of annotations. */
export const kindWords: Record<Annotation["kind"], string> = {own: "Own date", episode: "Odd days"};

/** The days of an annotation in words: one day, or the first and the last. */
export function annotationDays({started_on, ended_on}: Annotation, {day}: ReportFormats): string {
  return started_on.getTime() === ended_on.getTime() ? day(started_on) : `${day(started_on)} to ${day(ended_on)}`;
}
