/** The names of what is planted in the demo store, in the order of their days. */
export const truthNames = [
  "lost_page_views",
  "unsellable_products",
  "replayed_day",
  "email_cohort",
  "december_promotion",
  "wasted_campaign",
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

/** What each truth is, but for the ids that a seed gives it; `truths/<name>.sql` measures it on the tables. */
export const truths: Record<TruthName, Omit<PlantedTruth, "name" | "ids">> = {
  lost_page_views: {
    title: "The collector lost page views in the shop’s first three weeks.",
    startsOn: "2020-09-24",
    endsOn: "2020-10-14",
    segment: "home and view events, from Thursday to Saturday most of all",
    size: "97.5% of them are lost from Thursday to Saturday, 35% on other days",
    metric: "purchases and page views per day",
    effect: "more purchases than page views on some days; without it on none, but by chance in a very small shop"
  },
  unsellable_products: {
    title: "Eight products that people look at a lot cannot be bought.",
    startsOn: "2020-09-24",
    endsOn: "2021-02-28",
    segment: "four products out of stock in every week, and four whose page is broken",
    size: "together about 6% of all product views",
    metric: "products with at least 0.28% of the views and no order; weeks without stock",
    effect: "six such products, and four that are never in stock; without it hardly any"
  },
  replayed_day: {
    title: "The collector replayed a day.",
    startsOn: "2020-10-27",
    endsOn: "2020-10-27",
    segment: "all events of the day",
    size: "each of them is there twice",
    metric: "share of a day’s events that are copies of others",
    effect: "50% instead of about 0.1%"
  },
  email_cohort: {
    title: "People whom a letter brought in November stay longer.",
    startsOn: "2020-11-01",
    endsOn: "2020-11-30",
    segment: "people whose first visit came by the newsletter in November",
    size: "1.6 further visits each on average, over the months after",
    metric: "share of people who come back 30 days after their first visit or later",
    effect: "above 25%, against less than 10% of others who first came in November"
  },
  december_promotion: {
    title: "A promotion in December doubled the visits, not the orders.",
    startsOn: "2020-12-10",
    endsOn: "2020-12-16",
    segment: "new people, four of five of them by the campaign December promotion",
    size: "as many visits again as there would be without it",
    metric: "visits per day, share of first visits, view-to-cart and cart-to-purchase rate of visits",
    effect:
      "twice the visits, mostly new people; view-to-cart down by a quarter or more, cart-to-purchase by a tenth or more"
  },
  wasted_campaign: {
    title: "One campaign spends its budget and brings no order.",
    startsOn: "2021-01-04",
    endsOn: "2021-02-14",
    segment: "the campaign “Lookalikes, reach”",
    size: "about a sixth of the money spent on ads in its days",
    metric: "orders of the campaign’s visitors",
    effect: "none, in its visits or later ones, at the usual cost; without it about 5 in 100 of its visits order"
  },
  mobile_safari_checkout: {
    title: "The checkout did not work in Mobile Safari for two weeks.",
    startsOn: "2021-01-11",
    endsOn: "2021-01-24",
    segment: "browser Mobile Safari, on phones and tablets",
    size: "85% of the orders that its users would have made",
    metric: "share of visits with a checkout that order",
    effect: "below 20% in Mobile Safari, above 70% elsewhere"
  },
  import_without_brands: {
    title: "A catalogue import left out brands.",
    startsOn: "2021-02-03",
    endsOn: "2021-02-12",
    segment: "45% of the products, spread over all categories",
    size: "all of their events in ten days",
    metric: "share of product events without a brand",
    effect: "about 55%, against less than 30% before and after"
  },
  bot_day: {
    title: "Machines crawled the shop for a day.",
    startsOn: "2021-02-17",
    endsOn: "2021-02-17",
    segment: "one user in 50,000, at least one, each in a single visit that views a page every three seconds",
    size: "400 views each, fewer in a shop of less than 10,000 people",
    metric: "page views of the day; most views of one visit",
    effect: "nearly half as many views again as on the days around it, or more in a small shop"
  }
};
