import {trackingFinding} from "./tracking-finding.ts";

/** Days between the first event and the last without any. */
export const daysWithoutEvents = trackingFinding({
  name: "days-without-events",
  metrics: ["days_without_events"],
  question: "days are missing",
  quiet: "Every day of the data has events.",
  action: "Ask whether the shop was closed or the collector stood still, and load what is missing.",
  recommendation: {
    title: "Fill the days without events",
    steps: [
      "Ask the shop’s order system how many orders these days had.",
      "Load the missing files, or note the days as closed.",
      "Have somebody told when an hour goes by without an event."
    ],
    effort: "hours",
    measure: "No day between the first and the last is without events."
  }
});
