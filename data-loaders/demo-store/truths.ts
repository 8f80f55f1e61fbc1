/** The names of what is planted in the demo store, in the order of their days. */
export const truthNames = [
  "lost_page_views",
  "unsellable_products",
  "replayed_day",
  "email_cohort",
  "wasted_campaign",
  "december_promotion",
  "mobile_safari_checkout",
  "import_without_brands",
  "bot_day"
] as const;

/** The name of something planted in the demo store. */
export type TruthName = (typeof truthNames)[number];

/** Something that is true of the demo store because it was planted there. */
export interface PlantedTruth {
  name: TruthName;
  /** what happened, in a sentence */
  title: string;
  /** first day, as 2020-09-24 */
  startsOn: string;
  /** last day (inclusive) */
  endsOn: string;
  /** whom or what it concerns */
  segment: string;
  /** how much of it there is */
  size: string;
  /** the metric that it changes */
  metric: string;
  /** how it changes that metric */
  effect: string;
  /** the products or users that it concerns, where it is about some */
  ids?: string[];
}

/** What `truth.json` holds: the demo store's settings, and what was planted. */
export interface Truth {
  users: number;
  seed: number;
  truths: PlantedTruth[];
}
