import {dayLength} from "../annotations/annotation.js";

/** How long periods are; weeks begin on Monday. */
export type PeriodKind = "day" | "week" | "month";

/** A row of the table `daily`, `weekly` or `monthly`. */
export interface PeriodRow {
  event_date?: Date;
  event_week?: Date;
  event_month?: Date;
  sessions: number;
  purchasing_sessions: number;
  orders: number;
  /** null without prices */
  revenue: number | null;
  session_conversion_rate: number | null;
  /** false for the last one when the data ends before it does */
  is_complete: boolean;
}

/** A period with its days, and whether the data covers all of it. */
export interface Period extends PeriodRow {
  from: Date;
  /** the day after its last one */
  until: Date;
  isWhole: boolean;
}

/** Periods of rows of one kind in the order of their days, of data that begins on `firstDay`; the week and the month of that day are whole only where it begins them. */
export function readPeriods(rows: readonly PeriodRow[], kind: PeriodKind, firstDay: Date): Period[] {
  return rows.map((row) => {
    const from = (row.event_date ?? row.event_week ?? row.event_month) as Date;
    return {...row, from, until: endOf(from, kind), isWhole: row.is_complete && from >= firstDay};
  });
}

/** The time in the middle of a period. */
export function middleOf({from, until}: Pick<Period, "from" | "until">): Date {
  return new Date((from.getTime() + until.getTime()) / 2);
}

function endOf(from: Date, kind: PeriodKind): Date {
  if (kind === "month") return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  return new Date(from.getTime() + dayLength * (kind === "week" ? 7 : 1));
}
