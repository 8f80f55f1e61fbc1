import {html} from "npm:htl";
import type {ReportFormats} from "../report-formats.js";
import type {SegmentFeature} from "./segment-profiles.js";

/** Fewer days than this say little about who comes back. */
const enoughDays = 28;

/** What the segments cannot tell, and why; nothing where there is nothing of the kind. */
export function segmentLimits(
  features: readonly SegmentFeature[],
  {
    segments,
    period,
    formats
  }: {
    segments: readonly {segment: string; users: number}[];
    period: {first_event_at: Date; last_event_at: Date};
    formats: ReportFormats;
  }
): HTMLElement | "" {
  if (!segments.length) return "";
  const dayOf = (date: Date): number => Math.floor(date.getTime() / 86_400_000);
  const days = dayOf(period.last_event_at) - dayOf(period.first_event_at) + 1;
  const known = features.filter(({position}) => position === 1);
  const unused = known.filter(({deviation}) => deviation === null);
  const few = segments.filter(({users}) => users < formats.minimumTrials);
  const limits = [
    days < enoughDays &&
      `The events span ${days === 1 ? "one day" : `${formats.count(days)} days`}. Who comes back after that, and so who is loyal, cannot be told from them.`,
    unused.length > 0 &&
      (unused.length === known.length
        ? "All users are alike in everything that segments are learned from."
        : `All users are alike in ${unused.map(({label}) => label.toLowerCase()).join(", ")}, which therefore tell nobody apart.`),
    few.length > 0 &&
      `${few.map(({segment}) => segment).join(", ")}: fewer than ${formats.count(formats.minimumTrials)} users, too few to tell what they are like.`
  ].filter((limit) => limit !== false);
  return limits.length
    ? html`<div class="missing"><b>What these segments cannot tell.</b> ${limits.join(" ")}</div>`
    : "";
}
