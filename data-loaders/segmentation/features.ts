/** The features of a user's behaviour in which segments are learned: the columns of `core.profile_features`, in this order. */
export const features = ["views", "carts", "sessions", "active_days", "orders", "revenue"] as const;
