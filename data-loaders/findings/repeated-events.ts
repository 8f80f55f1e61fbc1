import {trackingFinding} from "./tracking-finding.ts";

/** Days with far more exact copies of events than others. */
export const repeatedEvents = trackingFinding({
  name: "repeated-events",
  metrics: ["duplicate_share"],
  question: "events were sent twice",
  needs: "whole days",
  quiet: "No day has more copies of events than chance allows.",
  worth: "The numbers here leave the copies out; other reports on the same events may have counted them twice.",
  action: "Find out which job sent the events twice; the copies are left out of every number here.",
  recommendation: {
    title: "Stop events from being sent twice",
    steps: [
      "Look for a job that was started again, or a file that was delivered twice, on those days.",
      "Give every event an id when it is made, and drop a second one of the same id where it is stored.",
      "Check other reports that read the same events: they may have counted them twice."
    ],
    effort: "days",
    measure: "The share of copies on the days after is what it was on the days before."
  }
});
