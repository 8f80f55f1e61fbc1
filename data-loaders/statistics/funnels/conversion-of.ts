import {conversionIntervals} from "../../../src/shared/funnel/conversion-intervals.ts";
import type {PlainValue} from "../../warehouse.ts";

/** The columns that conversionOf fills, with their types. */
export const conversionColumns = `previous_members bigint, first_members bigint, conversion_low double, conversion_high double,
      strict_conversion_low double, strict_conversion_high double`;

/** What a stage's conversion is made of: the members of the stage before and of the first (null where there is none), and the ends of conversionIntervals. */
export function conversionOf(
  counts: {members: number; also_previous: number},
  {previous, first}: {previous: number | undefined; first: number | undefined}
): PlainValue[] {
  const ends = conversionIntervals(counts, previous ?? 0);
  return [
    ...[previous ?? null, first ?? null, ends.conversion_low, ends.conversion_high],
    ...[ends.strict_conversion_low, ends.strict_conversion_high]
  ];
}
