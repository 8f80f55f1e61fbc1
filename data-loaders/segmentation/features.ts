/** The features of a user in which segments are learned: the columns of `core.user_features`, in this order. */
export const features = ["views", "carts", "sessions", "active_days", "orders", "revenue"] as const;
