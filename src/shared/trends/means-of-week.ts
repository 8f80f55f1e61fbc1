/** What a day adds to a mean: an amount of 1, or successes of so many trials. */
export interface DayPart {
  /** null where it is not known */
  value: number | null;
  weight: number;
}

/**
 * The mean of the seven days around each of `days` (without gaps, in their order): sum of values ÷ sum of weights, which takes the rhythm of
 * weekdays out. Null for the first and last three days, where a value is not known, and where the weights add up to less than
 * `leastWeight`.
 */
export function meansOfWeek(days: readonly DayPart[], leastWeight = 1): (number | null)[] {
  return days.map((_, i) => {
    const week = days.slice(Math.max(0, i - 3), i + 4);
    const weight = week.reduce((sum, day) => sum + day.weight, 0);
    if (week.length < 7 || i < 3 || weight < leastWeight || week.some(({value}) => value === null)) return null;
    return week.reduce((sum, {value}) => sum + (value ?? 0), 0) / weight;
  });
}
