import {trackingFinding} from "./tracking-finding.ts";

/** Days on which far more events than usual could not be read. */
export const rejectedEvents = trackingFinding({
  name: "rejected-events",
  metrics: ["rejected_share"],
  question: "events became unreadable on some days",
  needs: "times that can be read",
  quiet: "No day has more events that cannot be read than chance allows.",
  worth: "What cannot be read is missing from every number here.",
  action: "Find out what changed in the events of those days; what cannot be read is in no number here.",
  recommendation: {
    title: "Mend what makes events unreadable",
    steps: [
      "Look at the rejected rows of those days with their lines and values (the folder beside the snapshots, see data quality).",
      "Compare what sends the events with the day before: a release, another time format, a price that is missing.",
      "Check events against the columns that the report needs before they are stored, and have somebody told."
    ],
    effort: "days",
    measure: "The share of rejected events on the days after is what it was on the days before."
  }
});
