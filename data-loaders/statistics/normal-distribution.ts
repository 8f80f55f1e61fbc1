const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * The probability that a standard normal variable exceeds `z`, to about 14 digits, also far out in the tail; 1 for -Infinity,
 * 0 for Infinity, NaN for NaN.
 *
 * Source: Marsaglia, G. (2004), Evaluating the normal distribution, Journal of Statistical Software 11(4), for the middle; the
 * continued fraction of Laplace (Abramowitz and Stegun 1964, 26.2.14) for the tails.
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (z < 0) return 1 - normalUpperTail(-z);
  if (z > 3) return density(z) / laplaceFraction(z);
  let [sum, term, last] = [z, z, NaN];
  for (let i = 3; sum !== last; i += 2) {
    last = sum;
    term *= (z * z) / i;
    sum += term;
  }
  return 0.5 - sum * density(z);
}

/** The p-value of a standard normal test statistic: the probability of one at least as far from 0, on both sides. */
export function twoSidedPValue(z: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}

/**
 * The standard normal's quantile of a probability, to about 14 digits; -Infinity for 0, Infinity for 1. Throws outside [0, 1].
 *
 * Source: Abramowitz and Stegun (1964), 26.2.23, mended by steps of Halley's method.
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new Error(`invalid probability; not in [0, 1]: ${probability}`);
  if (probability > 0.5) return -normalQuantile(1 - probability);
  if (probability === 0) return -Infinity;
  const t = Math.sqrt(-2 * Math.log(probability));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let i = 0; i < 3; ++i) {
    const step = (normalUpperTail(z) - probability) / density(z);
    z += step / (1 - (z * step) / 2);
  }
  return -z;
}

function density(z: number): number {
  return Math.exp(-0.5 * z * z - logRootTwoPi);
}

function laplaceFraction(z: number): number {
  let fraction = z;
  // from 3 on, a hundred terms are more than doubles can tell apart
  for (let i = 100; i > 0; --i) fraction = z + i / fraction;
  return fraction;
}
