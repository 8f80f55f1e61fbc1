import type {OddSpan} from "./series.ts";

/** So many days are a spike or a dip; more of them are a high or a low. */
const mostSpikeDays = 3;

/** What an odd stretch looks like: `spike` or `dip` (up to 3 days), `high` or `low` (more), `shift` (a level that stays), `gap` (nothing at all). */
export function shapeOf({shape, score, from, until}: OddSpan): string {
  if (shape) return shape;
  const isShort = until - from <= mostSpikeDays;
  return score > 0 ? (isShort ? "spike" : "high") : isShort ? "dip" : "low";
}
