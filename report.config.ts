import {defineReport} from "./data-loaders/configuration.ts";

// What an analyst sets. Everything has a default; docs/configuration.md describes each field.
export default defineReport({
  title: "Funnelbook",
  currency: "USD",
  locale: "en-US",

  // To report on your own shop, name its files and, where they differ from ours, its columns and event types:
  //   events: {
  //     source: "files",
  //     files: "data/*.csv",
  //     columns: {event_time: "timestamp", user_id: "customer"},
  //     types: {"Product Added": "cart"}
  //   },
  events: {source: "demo-store", users: 40_000, seed: 1},

  stages: ["home", "view", "cart", "checkout", "purchase"]
});
