/** The days of the week, the first for number 1. */
export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The name of a weekday, 1 = Monday to 7 = Sunday. */
export function weekdayName(number: number): string {
  return weekdays[number - 1] ?? "";
}

/** An hour of the day as 09:00; 24 is the end of the day. */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
