import {wilsonInterval} from "../wilson-interval.js";

/** The ends of the 95 % intervals of a stage's conversions; null where there is none. */
export interface ConversionIntervals {
  conversion_low: number | null;
  conversion_high: number | null;
  strict_conversion_low: number | null;
  strict_conversion_high: number | null;
}

/**
 * Wilson's intervals of a stage's conversions from the stage before, which had `previous` members. The strict conversion always has one. That of
 * all members has one where they are no more than `previous` and at least nine in ten of them have been there, else it is a ratio that is no
 * proportion. None where nobody was at the stage before.
 */
export function conversionIntervals(
  {members, also_previous}: {members: number; also_previous: number},
  previous: number
): ConversionIntervals {
  const isProportion = members <= previous && 10 * (members - also_previous) <= members;
  const [conversion_low, conversion_high] =
    previous > 0 && isProportion ? wilsonInterval(members, previous) : [null, null];
  const [strict_conversion_low, strict_conversion_high] =
    previous > 0 ? wilsonInterval(also_previous, previous) : [null, null];
  return {conversion_low, conversion_high, strict_conversion_low, strict_conversion_high};
}
