/**
 * How often chance alone would bring something as odd, in words that complete "in …": `fewer than 1 of 1,000 such shops`. `count` writes
 * numbers. Undefined without a p-value.
 */
export function chanceInWords(pValue: number | null, count: (value: number) => string): string | undefined {
  if (pValue === null) return undefined;
  const of = pValue < 0.01 ? 1000 : 100;
  const times = Math.round(pValue * of);
  return pValue < 1 / of
    ? `fewer than 1 of ${count(of)} such shops`
    : `about ${count(times)} of ${count(of)} such shops`;
}
