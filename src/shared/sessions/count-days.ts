import {dayAfter, type SessionTable} from "./session-table.js";

/** The sessions that began on a day, as the table `daily` names its columns. */
export interface SessionDay {
  event_date: Date;
  sessions: number;
  purchasing_sessions: number;
  orders: number;
  revenue: number;
  /** null without sessions */
  session_conversion_rate: number | null;
}

/** The selected sessions by the day on which they began, from the first day of the table to its last, days without any included. */
export function countDays(table: SessionTable): SessionDay[] {
  const {days: dayOf, firstDay, measures} = table.columns;
  const length = table.length ? 1 + dayOf.reduce((a, b) => Math.max(a, b), 0) : 0;
  const days = Array.from({length}, (_, day): SessionDay => ({
    event_date: new Date(dayAfter(firstDay, day)),
    sessions: 0,
    purchasing_sessions: 0,
    orders: 0,
    revenue: 0,
    session_conversion_rate: null
  }));
  for (let i = 0; i < table.length; ++i) {
    const day = table.has(i) ? days[dayOf[i] as number] : undefined;
    if (!day) continue;
    ++day.sessions;
    day.purchasing_sessions += Number((measures.purchases?.[i] ?? 0) > 0);
    day.orders += measures.orders?.[i] ?? 0;
    day.revenue += measures.revenue?.[i] ?? 0;
  }
  for (const day of days) if (day.sessions) day.session_conversion_rate = day.purchasing_sessions / day.sessions;
  return days;
}
