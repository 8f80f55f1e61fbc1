import {type PeriodKind, type PeriodRow, readPeriods} from "../trends/periods.js";
import {countDays} from "./count-days.js";
import type {SessionTable} from "./session-table.js";

/** Rows of the table `daily`, `weekly` or `monthly` with the selected sessions in place of all; revenue is null where that of the rows is. */
export function countPeriods<T extends PeriodRow>(table: SessionTable, rows: readonly T[], kind: PeriodKind): T[] {
  const days = countDays(table);
  const first = days[0]?.event_date.getTime() ?? 0;
  const dayOf = (date: Date): number => Math.round((date.getTime() - first) / 86_400_000);
  return readPeriods(rows, kind, new Date(first)).map(({from, until}, i) => {
    const row = rows[i] as T;
    const sum = {sessions: 0, purchasing_sessions: 0, orders: 0, revenue: 0};
    for (const day of days.slice(Math.max(0, dayOf(from)), Math.max(0, dayOf(until)))) {
      sum.sessions += day.sessions;
      sum.purchasing_sessions += day.purchasing_sessions;
      sum.orders += day.orders;
      sum.revenue += day.revenue;
    }
    return {
      ...row,
      ...sum,
      revenue: row.revenue === null ? null : sum.revenue,
      session_conversion_rate: sum.sessions ? sum.purchasing_sessions / sum.sessions : null
    };
  });
}
