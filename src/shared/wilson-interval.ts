/** The standard normal's 97.5 % quantile, for two-sided 95 % intervals. */
const usualQuantile = 1.959963984540054;

/**
 * The Wilson score interval of a proportion, as fractions from 0 to 1: at 95 % unless told another quantile `z` of the standard
 * normal. Throws when successes are not within 0 and trials, or when there are no trials.
 *
 * Source: Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference. JASA 22: 209-212.
 */
export function wilsonInterval(successes: number, trials: number, z = usualQuantile): [low: number, high: number] {
  if (!(trials > 0 && successes >= 0 && successes <= trials)) {
    throw new Error(`invalid proportion; not within 0 and the trials: ${successes} of ${trials}`);
  }
  const rate = successes / trials;
  const center = rate + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((rate * (1 - rate) + (z * z) / (4 * trials)) / trials);
  const scale = 1 + (z * z) / trials;
  return [Math.max(0, (center - spread) / scale), Math.min(1, (center + spread) / scale)];
}
