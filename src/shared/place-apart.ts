/** An item and where it is put, 0 to 1. */
export interface Apart<T> {
  item: T;
  at: number;
}

/**
 * Puts items, such as labels beside a chart, near their places on a line from 0 to 1, each at least `gap` from the next, from the first place to
 * the last. More items than fit stand below 0. No items give none.
 */
export function placeApart<T>(
  items: readonly T[],
  {place, gap}: {place: (item: T) => number; gap: number}
): Apart<T>[] {
  const placed = items.map((item) => ({item, at: place(item)})).sort((a, b) => a.at - b.at);
  let least = 0;
  for (const label of placed) {
    label.at = Math.max(label.at, least);
    least = label.at + gap;
  }
  // what was pushed over the end comes back, and pushes those before it
  let greatest = 1;
  for (const label of placed.toReversed()) {
    label.at = Math.min(label.at, greatest);
    greatest = label.at - gap;
  }
  return placed;
}
