/** How far an observed count is taken toward the expected one, because counts are whole. */
const continuity = 0.5;

/**
 * How far a count lies from what is expected of it, as a standard normal score: the signed root of its deviance, of a Poisson
 * count, or of a binomial one where `trials` are given. Its tails are right for small counts too. `dispersion` is the variance as a
 * multiple of the one that chance alone gives. 0 for a count within half of the expected one, where nothing is expected of no trials,
 * and where it cannot be told.
 *
 * Source: McCullagh, P. and Nelder, J. A. (1989), Generalized Linear Models, 2nd edition, sections 2.4.3 and 12.6.
 */
export function signedRootDeviance(observed: number, expected: number, trials = Infinity, dispersion = 1): number {
  const [all, mean] = [trials / dispersion, expected / dispersion];
  const distance = Math.abs(observed / dispersion - mean) - continuity;
  if (!(distance > 0) || !(mean > 0) || !(mean < all)) return 0;
  const sign = observed > expected ? 1 : -1;
  const count = mean + sign * distance;
  const deviance = part(count, mean) + (all === Infinity ? mean - count : part(all - count, all - mean));
  return sign * Math.sqrt(2 * Math.max(0, deviance));
}

function part(count: number, mean: number): number {
  return count > 0 ? count * Math.log(count / mean) : 0;
}
