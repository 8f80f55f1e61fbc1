/** What a report counts as few, which some definitions name. */
export interface GlossaryLimits {
  /** of fewer there is no rate */
  minimumTrials: number;
}

/** A term that readers meet, and what it means in a sentence or two; see docs/metrics.md for how each is computed. */
export interface GlossaryEntry {
  term: string;
  meaning: (limits: GlossaryLimits) => string;
}

/** What the terms of the pages mean, by name, in the order in which readers meet them. */
export const glossary = {
  users: {term: "Users", meaning: () => "People who came, each counted once, by the id that the events give them."},
  sessions: {
    term: "Sessions",
    meaning: () =>
      "Visits, by the id that the events give them. Where they give none, a new one begins when a user comes back after idle time."
  },
  user_conversion_rate: {term: "Users who buy", meaning: () => "Users with a purchase, divided by all users."},
  session_conversion_rate: {
    term: "Sessions with a purchase",
    meaning: () => "Sessions with at least one purchase, divided by all sessions; also called session conversion."
  },
  orders: {
    term: "Orders",
    meaning: () =>
      "Distinct order ids; a purchase without one is an order of its own. An order counts on the day and in the session of its first purchase."
  },
  revenue: {
    term: "Revenue",
    meaning: () => "Price times quantity over all purchases; where no quantity is given, it is one."
  },
  average_order_value: {term: "Average order", meaning: () => "Revenue divided by orders."},
  stage: {
    term: "Stage",
    meaning: () => "A step on the way to an order. Somebody is at a stage with at least one event of it, in any order."
  },
  conversion: {
    term: "Conversion",
    meaning: () => "How many are at a stage, divided by how many are at the stage before."
  },
  drop_off: {term: "Drop-off", meaning: () => "Those who were at a stage and not at the next one."},
  interval: {
    term: "95% interval",
    meaning: ({minimumTrials}) =>
      `How far a rate could be off by chance: with the same behaviour and other visitors, 95 of 100 such intervals hold the true rate (Wilson’s). Of fewer than ${minimumTrials} there is none, and the report says “too few to tell”.`
  },
  change: {
    term: "Change in 28 days",
    meaning: () =>
      "The last 28 complete days against the 28 before. A day is complete when its last hour has events; all times are UTC."
  },
  channel: {
    term: "Channel",
    meaning: () => "The first source that is known in a visit, such as a search engine or a newsletter."
  },
  cost_per_order: {
    term: "Cost per order",
    meaning: () => "What was paid for a channel or campaign, divided by the orders of visits that began with it."
  },
  return_on_ad_spend: {
    term: "Revenue ÷ cost",
    meaning: () =>
      "What orders of visits from a channel or campaign brought, divided by what it cost; below one it cost more than it brought. Also called return on ad spend."
  },
  retention: {
    term: "Came back",
    meaning: () =>
      "Of the people who first came in a week or month, those with an event in a later one; also called retention."
  },
  anomaly: {
    term: "Anomaly",
    meaning: () =>
      "Days on which a number was further from what its own past and weekday let expect than chance explains."
  },
  learned_segment: {
    term: "Learned segment",
    meaning: () => "People who do alike, as K-Means finds them from what they did, with a name from what they do."
  },
  rfm: {
    term: "Recency, frequency, money",
    meaning: () =>
      "Each buyer scored from 1 to 5 against the other buyers by days since the last purchase, orders and revenue."
  },
  adjusted_rand_index: {
    term: "Adjusted Rand index",
    meaning: () => "How alike two ways of dividing the same people are: 1 when they are the same, 0 as by chance."
  },
  value_at_stake: {
    term: "What it may bring",
    meaning: () =>
      "A scenario, not a forecast: one in a hundred of those lost goes on, and then brings in as much as those who went on."
  }
} satisfies Record<string, GlossaryEntry>;

/** The name of a term. */
export type GlossaryTerm = keyof typeof glossary;
