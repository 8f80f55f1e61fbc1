import {type PeriodKind, type PeriodRow, readPeriods} from "../trends/periods.js";
import type {SessionDay} from "./count-days.js";
import {conversionOf, noTotals, type SessionTotals} from "./session-totals.js";

/** Rows of the table `daily`, `weekly` or `monthly` with what chosen sessions brought, by day, in place of all; revenue is null where that of the rows is. */
export function countPeriods<T extends PeriodRow>(
  days: readonly SessionDay[],
  rows: readonly T[],
  kind: PeriodKind
): T[] {
  const first = days[0]?.event_date ?? new Date(0);
  const dayOf = (date: Date): number => Math.max(0, Math.round((date.getTime() - first.getTime()) / 86_400_000));
  return readPeriods(rows, kind, first).map(({from, until}, i) => {
    const row = rows[i] as T;
    const sum = totalOf(days.slice(dayOf(from), dayOf(until)));
    return {
      ...row,
      ...sum,
      revenue: row.revenue === null ? null : sum.revenue,
      session_conversion_rate: conversionOf(sum)
    };
  });
}

function totalOf(days: readonly SessionTotals[]): SessionTotals {
  return days.reduce(
    (sum, day) => ({
      sessions: sum.sessions + day.sessions,
      purchasing_sessions: sum.purchasing_sessions + day.purchasing_sessions,
      orders: sum.orders + day.orders,
      revenue: sum.revenue + day.revenue
    }),
    noTotals()
  );
}
