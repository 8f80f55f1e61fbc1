/** An amount with the interval that it lies in. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/**
 * The interval of a product of independent amounts, none below zero, from the interval of each, at the same level: their distances from the
 * amounts on the scale of logarithms, added up as squares. An amount that may be zero makes the low end zero; one that is zero leaves the
 * product of the high ends as the high end. No amounts give 1 to 1.
 *
 * Source: Zou, G. Y. and Donner, A. (2008), Construction of confidence limits about effect measures: a general approach. Statistics in
 * Medicine 27: 1693-1702 (MOVER), on logarithms.
 */
export function productInterval(factors: readonly Estimate[]): [low: number, high: number] {
  const product = factors.reduce((all, {value}) => all * value, 1);
  const distance = (ratio: (factor: Estimate) => number): number =>
    Math.sqrt(factors.reduce((sum, factor) => sum + Math.log(ratio(factor)) ** 2, 0));
  const low = factors.some((factor) => factor.low <= 0)
    ? 0
    : product * Math.exp(-distance(({value, low}) => value / low));
  const high =
    product <= 0
      ? factors.reduce((all, factor) => all * Math.max(0, factor.high), 1)
      : product * Math.exp(distance(({value, high}) => high / value));
  return [low, high];
}
