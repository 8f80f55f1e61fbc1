import type {TruthName} from "../../data-loaders/demo-store/truths.ts";

/** How the analysis is to show something that was planted. */
export interface Expectation {
  /** the metrics one of which has an episode on its days, and of which value of a dimension; none where days do not show it */
  anomaly?: {metrics: readonly string[]; value?: string};
  /** the values of dimensions that it is about, as "browser = Mobile Safari"; none where it is about none */
  causes?: readonly string[];
  /** the finding that holds with it and does not without it, and what its claim names one of */
  finding: {name: string; names?: readonly string[]};
}

/** How the analysis is to show each thing that is planted in the demo store. */
export const expectations: Record<TruthName, Expectation> = {
  lost_page_views: {
    anomaly: {metrics: ["purchases_above_views", "views", "home_to_view"]},
    finding: {name: "lost-page-views"}
  },
  unsellable_products: {finding: {name: "products-nobody-buys"}},
  replayed_day: {
    anomaly: {metrics: ["duplicate_share"]},
    finding: {name: "repeated-events", names: ["27 October 2020"]}
  },
  email_cohort: {finding: {name: "loyal-newcomers", names: ["November 2020"]}},
  december_promotion: {
    anomaly: {metrics: ["sessions", "users", "views"]},
    causes: ["campaign = December promotion", "visitor = new"],
    finding: {name: "promotion-without-orders", names: ["December promotion", "10 to 16 December 2020"]}
  },
  wasted_campaign: {finding: {name: "wasted-campaigns", names: ["Lookalikes, reach"]}},
  mobile_safari_checkout: {
    anomaly: {metrics: ["checkout_to_purchase"], value: "Mobile Safari"},
    causes: ["browser = Mobile Safari"],
    finding: {name: "checkout-problems", names: ["Mobile Safari"]}
  },
  import_without_brands: {anomaly: {metrics: ["missing_brand_share"]}, finding: {name: "suddenly-nameless"}},
  bot_day: {
    anomaly: {metrics: ["views", "bot_like_share"]},
    finding: {name: "bot-traffic", names: ["17 February 2021"]}
  }
};
