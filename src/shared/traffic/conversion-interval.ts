import {wilsonInterval} from "../wilson-interval.js";
import type {Earner} from "./traffic-rows.js";

/**
 * The 95 % interval of the share of sessions with a purchase, in which several sessions of one person count for less (trials ÷ design effect, as
 * the table `comparisons` counts them). Fewer sessions than `minimumTrials` have none.
 */
export function conversionInterval(
  {purchasing_sessions, sessions, design_effect}: Pick<Earner, "purchasing_sessions" | "sessions" | "design_effect">,
  minimumTrials: number
): [low: number, high: number] | null {
  if (sessions < Math.max(1, minimumTrials)) return null;
  return wilsonInterval(purchasing_sessions / design_effect, sessions / design_effect);
}
