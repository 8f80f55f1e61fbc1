import type {Period} from "../../shared/trends/periods.js";
import type {ReportFormats} from "../report-formats.js";

/** What a trend can be of. */
export type TrendMetric = "sessions" | "orders" | "revenue" | "conversion";

/** How a metric is read from periods and told to readers. */
export interface TrendMetricWords {
  label: string;
  /** null where it is not known */
  value: (period: Pick<Period, "sessions" | "purchasing_sessions" | "orders" | "revenue">) => number | null;
  text: (value: number, formats: ReportFormats) => string;
  /** with its noun, as "1,234 sessions" */
  counted: (value: number, formats: ReportFormats) => string;
}

/** The metrics of trends, in the order in which readers choose them. */
export const trendMetrics: Record<TrendMetric, TrendMetricWords> = {
  sessions: {
    label: "Sessions",
    value: ({sessions}) => sessions,
    text: (value, {count}) => count(value),
    counted: (value, {count}) => `${count(value)} ${value === 1 ? "session" : "sessions"}`
  },
  orders: {
    label: "Orders",
    value: ({orders}) => orders,
    text: (value, {count}) => count(value),
    counted: (value, {count}) => `${count(value)} ${value === 1 ? "order" : "orders"}`
  },
  revenue: {
    label: "Revenue",
    value: ({revenue}) => revenue,
    text: (value, {money}) => money(value),
    counted: (value, {money}) => `${money(value)} of revenue`
  },
  conversion: {
    label: "Sessions with a purchase",
    value: ({sessions, purchasing_sessions}) => (sessions > 0 ? purchasing_sessions / sessions : null),
    text: (value, {percent}) => percent(value),
    counted: (value, {percent}) => `${percent(value)} of sessions with a purchase`
  }
};

/** The metrics that there is something to show of: revenue needs prices, orders and conversion a purchase. */
export function shownMetrics(
  periods: readonly Pick<Period, "orders" | "purchasing_sessions" | "revenue">[]
): TrendMetric[] {
  return (Object.keys(trendMetrics) as TrendMetric[]).filter(
    (metric) =>
      metric === "sessions" ||
      (metric === "orders" && periods.some(({orders}) => orders > 0)) ||
      (metric === "revenue" && periods.some(({revenue}) => (revenue ?? 0) > 0)) ||
      (metric === "conversion" && periods.some(({purchasing_sessions}) => purchasing_sessions > 0))
  );
}
