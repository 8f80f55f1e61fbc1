import {trackingFinding} from "./tracking-finding.ts";

/** Visits that look like a machine's, on days when they are many. */
export const botTraffic = trackingFinding({
  name: "bot-traffic",
  metrics: ["bot_like_share"],
  question: "machines visit the shop",
  needs: "events in visits",
  quiet: "No day has more visits that look like a machine’s than chance allows.",
  worth: "No order is lost by it, but page views and all rates per visit are not those of people on these days.",
  action: "Leave such visits out of the data, and ask the shop’s firewall to turn them away.",
  recommendation: {
    title: "Keep machines out of the numbers",
    steps: [
      "Look at the visits of those days: addresses, user agents, the pages that they ask for.",
      "Turn them away at the firewall, or filter their user agents where events are collected.",
      "Build the report again without them: page views and every rate per view change."
    ],
    effort: "days",
    measure: "The share of events that look like a machine’s stays near zero on the days after."
  }
});
