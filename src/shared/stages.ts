/** The events that a shop's funnel usually has, in the order in which shoppers pass them. */
export const defaultStages = ["home", "view", "cart", "checkout", "purchase"] as const;

/** Understood and counted as clean, but never a step of the funnel. */
export const otherEventTypes = ["remove_from_cart"] as const;
