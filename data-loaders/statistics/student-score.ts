/**
 * The standard normal score that is as improbable as a value of Student's distribution, to about two digits, also far out in the
 * tails: less extreme, the fewer degrees of freedom. Throws where these are not above 0.
 *
 * Source: Wallace, D. L. (1959), Bounds on normal approximations to Student's and the chi-square distributions. Annals of
 * Mathematical Statistics 30: 1121-1130.
 */
export function studentScore(t: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0)) throw new Error(`invalid degrees of freedom; not above 0: ${degreesOfFreedom}`);
  const n = degreesOfFreedom;
  const size = ((8 * n + 1) / (8 * n + 3)) * Math.sqrt(n * Math.log1p((t * t) / n));
  return t < 0 ? -size : size;
}
