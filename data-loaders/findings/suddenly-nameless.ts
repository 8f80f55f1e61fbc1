import {trackingFinding} from "./tracking-finding.ts";

/** Days on which far more events than usual name no brand or category. */
export const suddenlyNameless = trackingFinding({
  name: "suddenly-nameless",
  metrics: ["missing_brand_share", "missing_category_share"],
  question: "brands or categories went missing on some days",
  needs: "brands or categories",
  quiet: "No run of days has more events without brand or category than chance allows.",
  worth:
    "No order is lost by it, but numbers by brand and category lack these events, unless others of the same products name them.",
  action: "Load the catalogue again, and fill in what those days lack from other days of the same products.",
  recommendation: {
    title: "Load the catalogue again",
    steps: [
      "Compare the catalogue’s import before those days with the one on them.",
      "Fill in brands and categories from other events of the same products (table category_lookup).",
      "Let an import fail when it has fewer brands or categories than the one before."
    ],
    effort: "hours",
    measure: "The share of events without a brand and without a category is what it was before those days."
  }
});
