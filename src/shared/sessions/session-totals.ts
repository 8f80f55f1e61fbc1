import type {SessionTable} from "./session-table.js";

/** What some sessions brought together, as the tables of the report name it. */
export interface SessionTotals {
  sessions: number;
  /** those with a purchase */
  purchasing_sessions: number;
  orders: number;
  revenue: number;
}

/** The totals of no session. */
export function noTotals(): SessionTotals {
  return {sessions: 0, purchasing_sessions: 0, orders: 0, revenue: 0};
}

/** Adds a session of the table to totals. */
export function addSession(totals: SessionTotals, {columns: {measures}}: SessionTable, session: number): void {
  ++totals.sessions;
  totals.purchasing_sessions += Number((measures.purchases?.[session] ?? 0) > 0);
  totals.orders += measures.orders?.[session] ?? 0;
  totals.revenue += measures.revenue?.[session] ?? 0;
}

/** The share of sessions with a purchase; null without sessions. */
export function conversionOf({sessions, purchasing_sessions}: SessionTotals): number | null {
  return sessions ? purchasing_sessions / sessions : null;
}
