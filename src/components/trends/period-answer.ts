import {counted} from "../../shared/number-format.js";
import type {ReportFormats} from "../report-formats.js";
import type {PeriodChange} from "./step-explorer.js";

/** The one row of the table `period_comparison`, as far as its words need it. */
export interface ComparedPeriods {
  started_on: Date;
  ended_on: Date;
  sessions: number;
  previous_sessions: number;
  orders: number;
  previous_orders: number;
  revenue: number | null;
  previous_revenue: number | null;
}

/** The last 28 complete days against the 28 before in a sentence; undefined where the data does not reach that far. */
export function periodAnswer(compared: ComparedPeriods | undefined, formats: ReportFormats): string | undefined {
  if (!compared) return undefined;
  const {count, money} = formats;
  const change = (now: number, before: number) => formats.change(now, before).replace("-", "−");
  const {sessions, previous_sessions, orders, previous_orders, revenue, previous_revenue} = compared;
  const came = `In 28 days ${count(sessions)} sessions (${change(sessions, previous_sessions)})`;
  if (!orders && !previous_orders) return `${came} and no orders.`;
  const bought = `${count(orders)} orders (${change(orders, previous_orders)})`;
  if (!((revenue ?? 0) > 0)) return `${came} brought ${bought}.`;
  return `${came} brought ${bought} and ${money(revenue ?? 0)} (${change(revenue ?? 0, previous_revenue ?? 0)}).`;
}

/** What there was in all days, in a sentence. */
export function totalAnswer(
  {sessions, orders, revenue}: {sessions: number; orders: number; revenue: number | null},
  {days, formats}: {days: number; formats: ReportFormats}
): string {
  const worth = (revenue ?? 0) > 0 ? ` worth ${formats.money(revenue ?? 0)}` : "";
  const bought = orders ? `${counted(orders, "order", "orders", formats)}${worth}` : "no orders";
  const length = days === 1 ? "on one day" : `in ${formats.count(days)} days`;
  return `${counted(sessions, "session", "sessions", formats)} and ${bought} ${length}.`;
}

/** Whether the share of sessions that buy has changed, and how sure that is; an empty text where it was not compared. */
export function conversionAnswer(change: PeriodChange | undefined, formats: ReportFormats): string {
  if (!change) return "";
  const {percent, points} = formats;
  const {rate, rest_rate, difference_low: low, difference_high: high, verdict} = change;
  if (verdict === "too_few_to_tell" || rate === null || rest_rate === null || low === null || high === null) {
    return "There are too few sessions to tell whether more of them buy.";
  }
  const sure =
    verdict === "no_difference" ? "chance alone may make such a difference" : "more than chance alone would make it";
  return `${percent(rate)} of sessions had a purchase, after ${percent(rest_rate)}: ${points(rate - rest_rate)} points (95% interval: ${points(low)} to ${points(high)}), ${sure}.`;
}
