import {wilsonInterval} from "../wilson-interval.js";

/** The share of everything that one of several has, with Wilson's 95 % interval, as fractions. */
export interface ShareOfAll {
  /** its place among the counts, from 0 */
  place: number;
  count: number;
  share: number;
  low: number;
  high: number;
}

/** The share of each count in all of them; none where they add up to nothing. */
export function sharesOfAll(counts: readonly number[]): ShareOfAll[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!(total > 0)) return [];
  return counts.map((count, place) => {
    const [low, high] = wilsonInterval(count, total);
    return {place, count, share: count / total, low, high};
  });
}

/**
 * The largest share (`best` is 1) or the smallest (−1), and all whose interval overlaps its own, so that chance may have put it first; in the
 * order of their places.
 */
export function leadingShares(shares: readonly ShareOfAll[], best: 1 | -1 = 1): ShareOfAll[] {
  if (!shares.length) return [];
  const first = shares.reduce((a, b) => (best * b.share > best * a.share ? b : a));
  return shares.filter(({low, high}) => (best === 1 ? high >= first.low : low <= first.high));
}
