import {median} from "./median.ts";

/**
 * The median of each value and those around it, `width` of them (odd), fewer at the ends; missing values (NaN) are left out.
 * NaN where all around are missing. Throws for an even width.
 *
 * Source: Tukey, J. W. (1977), Exploratory Data Analysis, chapter 7.
 */
export function runningMedian(values: readonly number[], width: number): number[] {
  if (!(width > 0 && width % 2 === 1)) throw new Error(`invalid width; not an odd number above 0: ${width}`);
  const reach = (width - 1) / 2;
  return values.map((_, i) =>
    median(values.slice(Math.max(0, i - reach), i + reach + 1).filter((value) => !Number.isNaN(value)))
  );
}
