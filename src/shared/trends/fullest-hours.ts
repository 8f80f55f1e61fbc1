import {wilsonInterval} from "../wilson-interval.js";

/** Hours of the day in a row, and the share of everything that they have. */
export interface HourWindow {
  /** first hour, 0 to 23 */
  from: number;
  /** hour at which they end, 1 to 24; less than `from` where they go past midnight */
  to: number;
  count: number;
  /** of all, with Wilson's 95 % interval, as fractions */
  share: number;
  low: number;
  high: number;
}

/**
 * The `length` hours in a row that have most (`best` is 1) or least (−1) of what `counts` has by the hour of the day, from 0 to 23. Of several
 * alike, those around the fullest (emptiest) hour, then the earliest; undefined where there is nothing.
 */
export function fullestHours(counts: readonly number[], length = 3, best: 1 | -1 = 1): HourWindow | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!(total > 0)) return undefined;
  const sums = counts.map((_, from) =>
    Array.from({length}, (_, i) => counts[(from + i) % counts.length] as number).reduce((a, b) => a + b, 0)
  );
  // of windows alike, the one around its fullest hour
  const middle = (from: number) => counts[(from + Math.floor(length / 2)) % counts.length] as number;
  const from = sums.reduce((found, sum, i) => {
    const more = best * (sum - (sums[found] as number)) || best * (middle(i) - middle(found));
    return more > 0 ? i : found;
  }, 0);
  const count = sums[from] as number;
  const [low, high] = wilsonInterval(count, total);
  return {from, to: ((from + length - 1) % counts.length) + 1, count, share: count / total, low, high};
}
