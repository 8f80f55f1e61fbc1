import {median} from "./median.ts";
import {runningMedian} from "./running-median.ts";

/** What is usual of a daily series, on the scale of its values. */
export interface Decomposition {
  /** without the weekdays */
  trend: number[];
  /** what each of seven weekdays adds; the first is that of the first value */
  weekdays: number[];
}

/** How many days the trend looks at: two weeks, so that each weekday weighs alike, and the day itself. */
const trendDays = 15;

/** How often trend and weekdays are freed of each other. */
const passes = 2;

/**
 * Parts a daily series, in the order of days without gaps, into a trend, weekdays and a rest, by medians, which outliers do
 * not move: running medians of 15 days and medians by weekday, two passes. Missing values (NaN) are left out. Weekdays add up to
 * 0; they are 0 for series shorter than two weeks.
 *
 * Source: the median polish of Tukey, J. W. (1977), Exploratory Data Analysis, with a running median for the trend.
 */
export function decomposeDays(values: readonly number[]): Decomposition {
  let weekdays = new Array<number>(7).fill(0);
  let trend = runningMedian(values, trendDays);
  if (values.length < 14) return {trend, weekdays};
  for (let pass = 0; pass < passes; ++pass) {
    const rest = values.map((value, i) => value - (trend[i] as number));
    weekdays = centered(weekdays.map((_, weekday) => orZero(median(rest.filter(isOf(weekday))))));
    trend = runningMedian(
      values.map((value, i) => value - (weekdays[i % 7] as number)),
      trendDays
    );
  }
  return {trend, weekdays};
}

function isOf(weekday: number): (value: number, i: number) => boolean {
  return (value, i) => i % 7 === weekday && !Number.isNaN(value);
}

function centered(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}
