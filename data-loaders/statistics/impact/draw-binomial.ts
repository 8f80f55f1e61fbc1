import {normalQuantile} from "../normal-distribution.ts";

/** With so many expected successes and failures, the normal distribution's error is far below that of a resample. */
const enoughForNormal = 30;

/**
 * A number of successes in some trials, drawn at random by their probability: exactly where few successes or few failures are
 * expected (from the gaps between them, Devroye 1986, Non-uniform random variate generation, X.4.3), else by the normal
 * distribution with the same mean and variance, rounded. `random` gives numbers in [0, 1). 0 for no trials.
 */
export function drawBinomial(trials: number, probability: number, random: () => number): number {
  if (probability > 0.5) return trials - drawBinomial(trials, 1 - probability, random);
  const mean = trials * probability;
  if (mean < enoughForNormal) return countGaps(trials, probability, random);
  // in the middle of a step of the generator, so that it is never 0
  const z = normalQuantile(random() + 2 ** -33);
  return Math.min(trials, Math.max(0, Math.round(mean + z * Math.sqrt(mean * (1 - probability)))));
}

function countGaps(trials: number, probability: number, random: () => number): number {
  if (probability === 0) return 0;
  let successes = 0;
  for (let at = gap(probability, random); at <= trials; at += gap(probability, random)) ++successes;
  return successes;
}

// trials up to the next success
function gap(probability: number, random: () => number): number {
  return 1 + Math.floor(Math.log(1 - random()) / Math.log1p(-probability));
}
