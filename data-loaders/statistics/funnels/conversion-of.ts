import {wilsonInterval} from "../../../src/shared/wilson-interval.ts";

/**
 * What a stage's conversion is made of: the members of the stage before and of the first (null where there is none), and the conversion's
 * 95 % interval, null where more have the stage than the one before, which is no proportion.
 */
export function conversionOf(
  members: number,
  {previous, first}: {previous: number | undefined; first: number | undefined}
): [previous: number | null, first: number | null, low: number | null, high: number | null] {
  const [low, high] = previous && members <= previous ? wilsonInterval(members, previous) : [null, null];
  return [previous ?? null, first ?? null, low, high];
}
