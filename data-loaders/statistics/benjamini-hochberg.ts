/**
 * p-values corrected for how many there are, in the order given: rejecting those up to a level keeps the expected share of
 * false discoveries among the rejected at that level. `tests` is how many there are where the largest are not listed. An empty list
 * gives an empty list. Throws for what is no probability, and for fewer tests than p-values.
 *
 * Source: Benjamini, Y. and Hochberg, Y. (1995), Controlling the false discovery rate: a practical and powerful approach to
 * multiple testing. Journal of the Royal Statistical Society B 57: 289-300.
 */
export function benjaminiHochberg(pValues: readonly number[], tests = pValues.length): number[] {
  const invalid = pValues.find((p) => !(p >= 0 && p <= 1));
  if (invalid !== undefined) throw new Error(`invalid p-value; not in [0, 1]: ${invalid}`);
  if (!(tests >= pValues.length))
    throw new Error(`invalid number of tests; below ${pValues.length} p-values: ${tests}`);
  const order = pValues.map((p, i) => ({p, i})).sort((a, b) => b.p - a.p);
  const corrected = new Array<number>(pValues.length);
  let least = 1;
  order.forEach(({p, i}, fromLargest) => {
    least = Math.min(least, (p * tests) / (pValues.length - fromLargest));
    corrected[i] = least;
  });
  return corrected;
}
