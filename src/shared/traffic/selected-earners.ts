import type {ValueFigures} from "../sessions/count-values.js";
import type {Earner} from "./traffic-rows.js";

/**
 * Channels or campaigns of everybody with what chosen sessions brought in place of what all did; those without such a session are left out. What is
 * not known of a part of the sessions (costs, ads, comparisons) is null.
 */
export function selectedEarners<T extends Earner>(
  figures: readonly ValueFigures[],
  built: readonly T[],
  name: (row: T) => string
): T[] {
  const byName = new Map(figures.map((row) => [row.value ?? "Unknown", row]));
  return built.flatMap((row) => {
    const counted = byName.get(name(row));
    if (!counted) return [];
    const {sessions, users, purchasing_sessions, orders, revenue} = counted;
    return [
      {
        ...row,
        ...(Object.fromEntries(unknownOfSome.filter((key) => key in row).map((key) => [key, null])) as Partial<T>),
        sessions,
        users,
        purchasing_sessions,
        orders,
        revenue: row.revenue === null ? null : revenue,
        conversion_rate: sessions ? purchasing_sessions / sessions : null
      }
    ];
  });
}

const unknownOfSome = [
  "verdict",
  "cost",
  "cost_per_order",
  "return_on_ad_spend",
  "impressions",
  "clicks",
  "click_through_rate",
  "attributed_orders",
  "orders_of_visitors",
  "last_cost_on"
];

/** What channels or campaigns brought together; without prices no revenue is known. */
export function totalOf(rows: readonly Earner[], {revenue}: {revenue: number | null}) {
  const sum = (key: "sessions" | "purchasing_sessions" | "orders" | "revenue"): number =>
    rows.reduce((total, row) => total + (row[key] ?? 0), 0);
  const sessions = sum("sessions");
  return {
    sessions,
    orders: sum("orders"),
    revenue: revenue === null ? null : sum("revenue"),
    session_conversion_rate: sessions ? sum("purchasing_sessions") / sessions : null
  };
}
