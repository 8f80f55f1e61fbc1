import type {SessionTable} from "./session-table.js";
import {addSession, conversionOf, noTotals, type SessionTotals} from "./session-totals.js";

/** The sessions that began on a day, as the table `daily` names its columns. */
export interface SessionDay extends SessionTotals {
  event_date: Date;
  /** null without sessions */
  session_conversion_rate: number | null;
}

/** The selected sessions by the day on which they began, from the first day of the table to its last, days without any included. */
export function countDays(table: SessionTable): SessionDay[] {
  const totals = table.days.map(noTotals);
  const dayOf = table.columns.days;
  for (let i = 0; i < table.length; ++i) {
    if (table.has(i)) addSession(totals[dayOf[i] as number] as SessionTotals, table, i);
  }
  return totals.map((day, i) => ({
    event_date: new Date(table.days[i] as string),
    ...day,
    session_conversion_rate: conversionOf(day)
  }));
}
