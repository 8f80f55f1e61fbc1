import {wilsonInterval} from "../wilson-interval.js";

/** The ends of the 95 % intervals of a stage's conversions; null where there is none. */
export interface ConversionIntervals {
  conversion_low: number | null;
  conversion_high: number | null;
  strict_conversion_low: number | null;
  strict_conversion_high: number | null;
}

/**
 * Wilson's intervals of a stage's conversions from the stage before, which had `previous` members: of the strict one, and of that of all
 * members where they are the same, since members who have not been at the stage before make a ratio of two numbers that is no proportion. None where
 * nobody was at the stage before.
 */
export function conversionIntervals(
  {members, also_previous}: {members: number; also_previous: number},
  previous: number
): ConversionIntervals {
  const [low, high] = previous > 0 ? wilsonInterval(also_previous, previous) : [null, null];
  const isProportion = members === also_previous;
  return {
    conversion_low: isProportion ? low : null,
    conversion_high: isProportion ? high : null,
    strict_conversion_low: low,
    strict_conversion_high: high
  };
}
