import type {Proportion} from "./proportion.ts";

/** Probabilities nearer than this count as equal, as in R's fisher.test. */
const tolerance = 1 + 1e-7;

/**
 * The two-sided p-value of Fisher's exact test of two independent proportions being the same: the probability, given how many
 * successes there are in all, of the tables that are no more likely than the observed one. Takes time by the smallest number of the
 * margins. 1 where there is no trial on a side.
 *
 * Source: Fisher, R. A. (1935), The logic of inductive inference. Journal of the Royal Statistical Society 98: 39-82.
 */
export function fisherExactTest(first: Proportion, second: Proportion): number {
  const successes = first.successes + second.successes;
  const fewest = Math.max(0, successes - second.trials);
  const most = Math.min(first.trials, successes);
  // how likely one more success of the first is, as a multiple
  const odds = (count: number) =>
    ((first.trials - count) * (successes - count)) / ((count + 1) * (second.trials - successes + count + 1));
  // as multiples of the observed table's probability
  let [extreme, all] = [1, 1];
  const add = (likelihood: number) => {
    all += likelihood;
    if (likelihood <= tolerance) extreme += likelihood;
  };
  for (let count = first.successes, likelihood = 1; count < most; ++count) add((likelihood *= odds(count)));
  for (let count = first.successes, likelihood = 1; count > fewest; --count) add((likelihood /= odds(count - 1)));
  // what is too unlikely makes the others infinite multiples of it
  return all === Infinity ? 0 : Math.min(1, extreme / all);
}
