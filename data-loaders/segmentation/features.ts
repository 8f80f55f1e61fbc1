/** The features of a user's behaviour, in the order of the models: columns of `core.user_features`. */
export const features = [
  {name: "views", label: "Views", unit: "count", scale: "log1p"},
  {name: "carts", label: "Added to cart", unit: "count", scale: "log1p"},
  {name: "orders", label: "Orders", unit: "count", scale: "log1p"},
  {name: "revenue", label: "Revenue", unit: "currency", scale: "log1p"},
  {name: "sessions", label: "Sessions", unit: "count", scale: "log1p"},
  {name: "active_days", label: "Active days", unit: "days", scale: "log1p"},
  {name: "recency_days", label: "Days since last seen", unit: "days", scale: "identity"},
  {name: "tenure_days", label: "Days since first seen", unit: "days", scale: "identity"},
  {name: "brands", label: "Brands", unit: "count", scale: "log1p"},
  {name: "categories", label: "Categories", unit: "count", scale: "log1p"},
  {name: "average_price", label: "Average price", unit: "currency", scale: "log1p"},
  {name: "cart_value_left_behind", label: "Left in the cart", unit: "currency", scale: "log1p"}
] as const satisfies readonly Feature[];

/** The name of a feature: a column of `core.user_features`. */
export type FeatureName = (typeof features)[number]["name"];

/** The names of features, in their order. */
export const featureNames: readonly FeatureName[] = features.map(({name}) => name);

/** What is known of a user's behaviour. */
interface Feature {
  name: string;
  /** as readers see it */
  label: string;
  unit: "count" | "currency" | "days";
  /** how it is scaled before it is standardised: `log1p` is the logarithm of one more, for what is heavy-tailed */
  scale: "log1p" | "identity";
}
