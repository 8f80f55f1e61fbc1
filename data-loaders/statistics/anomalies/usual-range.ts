/** How many standard deviations a usual day is from what is expected, at most: 99.7 % of them are nearer. */
const width = 3;

/**
 * Between what 99.7 % of usual days have, lowest and highest, from what is expected of a day: counts whose variance is the `dispersion`
 * times their mean, successes of `trials` where these are given. Never below 0 nor above the trials.
 *
 * Source: the variance-stabilising transformations of Anscombe, F. J. (1948), Biometrika 35: 246-254.
 */
export function usualRange(expected: number, dispersion: number, trials?: number): [low: number, high: number] {
  const step = (width / 2) * Math.sqrt(dispersion);
  if (trials === undefined) {
    const root = Math.sqrt(expected);
    return [Math.max(0, root - step) ** 2, (root + step) ** 2];
  }
  if (!(trials > 0)) return [0, 0];
  const angle = Math.asin(Math.sqrt(Math.min(1, expected / trials)));
  const reach = step / Math.sqrt(trials);
  return [
    trials * Math.sin(Math.max(0, angle - reach)) ** 2,
    trials * Math.sin(Math.min(Math.PI / 2, angle + reach)) ** 2
  ];
}
