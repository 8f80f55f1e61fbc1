/** A row of the table `hourly`, as far as a week's map needs it. */
export interface WeekHour {
  /** 1 = Monday to 7 = Sunday */
  event_day: number;
  /** 0 to 23 */
  event_hour: number;
  sessions: number;
  purchasing_sessions: number;
}

/** An hour of the week, and how many sessions it has. */
export interface WeekCell {
  weekday: number;
  hour: number;
  sessions: number;
  purchasing_sessions: number;
  /** how often the weekday is in the data */
  days: number;
  /** sessions ÷ days */
  perDay: number;
}

/** The 24 hours of each weekday that is in the data, hours without events included; `days` says how often each weekday is in it. */
export function weekCells(hours: readonly WeekHour[], days: readonly {event_day: number; days: number}[]): WeekCell[] {
  const rows = new Map(hours.map((row) => [row.event_day * 24 + row.event_hour, row]));
  return days
    .filter(({days}) => days > 0)
    .flatMap(({event_day: weekday, days}) =>
      Array.from({length: 24}, (_, hour) => {
        const {sessions = 0, purchasing_sessions = 0} = rows.get(weekday * 24 + hour) ?? {};
        return {weekday, hour, sessions, purchasing_sessions, days, perDay: sessions / days};
      })
    );
}
