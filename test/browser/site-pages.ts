/** The pages of the site by their addresses; the overview's is empty. */
export const sitePages = [
  "",
  "funnel",
  "drop-off",
  "recommendations",
  "traffic",
  "trends",
  "anomalies",
  "cohorts",
  "segments",
  "merchandising",
  "data-quality",
  "segment-quality",
  "methods",
  "explore"
];
