/**
 * A source of numbers in [0, 1) that look random and are the same for the same seed, an integer: mulberry32 (Ettinger 2017,
 * public domain), whose period of 2³² is ample for drawing some thousand users some hundred times.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
