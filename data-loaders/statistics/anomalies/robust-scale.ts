import {median} from "./median.ts";

/** Makes the median absolute deviation of a normal sample its standard deviation: 1 ÷ the normal's 75 % quantile. */
const consistency = 1.4826;

/**
 * How far numbers lie from a center, as a standard deviation that outliers do not move: the median absolute deviation × 1.4826;
 * from their median unless told. 0 where at least half of them are the same, NaN for none.
 *
 * Source: Hampel, F. R. (1974), The influence curve and its role in robust estimation. JASA 69: 383-393.
 */
export function robustScale(values: readonly number[], center = median(values)): number {
  return consistency * median(values.map((value) => Math.abs(value - center)));
}
