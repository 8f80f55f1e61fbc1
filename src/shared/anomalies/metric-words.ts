import type {NumberFormat} from "../number-format.js";

/** How readers see a metric of the tables `anomalies` and `metric_days`. */
export interface MetricWords {
  label: string;
  /** share: a fraction; money: in the currency unit; count: how many */
  unit: "share" | "money" | "count";
}

const known: Record<string, MetricWords> = {
  sessions: {label: "Visits", unit: "count"},
  users: {label: "Visitors", unit: "count"},
  views: {label: "Page views", unit: "count"},
  orders: {label: "Orders", unit: "count"},
  revenue: {label: "Revenue", unit: "money"},
  session_conversion: {label: "Visits with an order", unit: "share"},
  duplicate_share: {label: "Copies of events", unit: "share"},
  rejected_share: {label: "Rows rejected", unit: "share"},
  missing_brand_share: {label: "Events without a brand", unit: "share"},
  missing_category_share: {label: "Events without a category", unit: "share"},
  bot_like_share: {label: "Events like a machine’s", unit: "share"},
  purchases_above_views: {label: "Purchases against page views", unit: "share"},
  days_without_events: {label: "Days without events", unit: "share"}
};

/** The words for a metric; one that is none of the known is a step of the funnel, such as view_to_cart. */
export function metricWords(metric: string): MetricWords {
  if (Object.hasOwn(known, metric)) return known[metric] as MetricWords;
  return {label: `From ${metric.replaceAll("_", " ")}`, unit: "share"};
}

/** A metric's value in its unit; "only a few" where too few people stand behind it to tell. */
export function metricText(value: number | null, metric: string, format: NumberFormat): string {
  if (value === null) return "only a few";
  const {unit} = metricWords(metric);
  if (unit === "share") return format.percent(value);
  if (unit === "money") return format.roughMoney(value);
  return value < 10 ? format.decimal(value) : format.count(value);
}

/** A difference between values of a metric with its sign, shares in percentage points, as −10.5 points or +872. */
export function metricChange(change: number, metric: string, format: NumberFormat): string {
  const {unit} = metricWords(metric);
  if (unit === "share") return `${format.points(change)} points`;
  const size = Math.abs(change);
  const text = unit === "money" ? format.roughMoney(size) : size < 10 ? format.decimal(size) : format.count(size);
  return `${change < 0 ? "−" : change > 0 ? "+" : ""}${text}`;
}
