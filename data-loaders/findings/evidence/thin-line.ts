import {median} from "../../statistics/anomalies/median.ts";

/**
 * The points of a line in their order, or as many as are asked for: of each run of equally many, the one that is farthest from the median of
 * all, so that no spike and no dip goes missing. Points without a value, and those of a line of fewer, are as they were.
 */
export function thinLine<T>(points: readonly T[], value: (point: T) => number | null, most: number): T[] {
  if (points.length <= most) return [...points];
  const middle = median(points.map(value).filter((number) => number !== null));
  const distance = (point: T): number => Math.abs((value(point) ?? middle) - middle);
  return Array.from({length: most}, (_, i) => {
    const start = Math.floor((i * points.length) / most);
    const run = points.slice(start, Math.floor(((i + 1) * points.length) / most));
    return run.reduce((a, b) => (distance(b) > distance(a) ? b : a));
  });
}
