import {groupBy} from "../../../src/shared/group-by.ts";
import {benjaminiHochberg} from "../benjamini-hochberg.ts";
import {bootstrapInterval} from "../bootstrap-interval.ts";
import {drawBinomial} from "./draw-binomial.ts";
import {normalQuantile} from "../normal-distribution.ts";
import {twoProportionTest} from "../two-proportion-test.ts";
import {wilsonInterval} from "../../../src/shared/wilson-interval.ts";
import type {ValueRate} from "../comparisons/compare-values.ts";

/** What sessions that passed a step brought in: how many there are, and their mean revenue with its standard error. */
export interface StepWorth {
  mean: number;
  error: number;
}

/** A rate of the sessions of one value, and which values it can be measured against. */
export interface PeerRate extends ValueRate {
  /** values of the dimension with the same peers are comparable */
  peers: string;
}

/** How to estimate. */
export interface ImpactOptions {
  minimumTrials: number;
  /** whether a value can be a benchmark; any unless told */
  isComparable?: (rate: PeerRate) => boolean;
  resamples: number;
  random: () => number;
}

/** What a value of a dimension loses at a step against the best one. */
export interface Impact extends PeerRate {
  /** null where no comparable value has enough trials */
  benchmark: PeerRate | null;
  /** the lower end of the benchmark's Wilson interval, which losses are measured against */
  benchmarkLow: number | null;
  pValue: number | null;
  correctedPValue: number | null;
  verdict: "loss" | "no_difference" | "too_few_to_tell" | "benchmark";
  /** sessions that would have passed at the benchmark's rate; 0 without a proven difference */
  excessLoss: number;
  excessLow: number;
  excessHigh: number;
  /** null where `worth` has no such step */
  valuePerSession: number | null;
  recoverable: number | null;
  recoverableLow: number | null;
  recoverableHigh: number | null;
}

const level = 0.05;

/**
 * What each value of a dimension loses at each step against the best comparable value of the same dimension: sessions × (the benchmark's
 * conversion − its own) × what a session that passed the step brings in. The benchmark is the value with the highest lower end of the Wilson interval,
 * and it is that end that counts, so that luck in few sessions is no benchmark. Where the difference is not proven, by p-values
 * times the values that could have been the benchmark and corrected over all losses, the loss is 0. Never more than the sessions that did not go on. The interval is that of a
 * parametric bootstrap (Efron and Tibshirani 1993, section 6.5): both rates are drawn as binomials, the worth of a session as a mean.
 * `worth` is by metric; without that of a step, its losses have no revenue.
 */
export function estimateImpact(
  rates: readonly PeerRate[],
  worth: ReadonlyMap<string, StepWorth>,
  options: ImpactOptions
): Impact[] {
  const groups = groupBy(rates, ({metric, dimension, peers}) => JSON.stringify([metric, dimension, peers]));
  const impacts = [...groups.values()].flatMap((group) => judgeAgainstBest(group, options));
  const tested = impacts.filter(({pValue}) => pValue !== null);
  const corrected = benjaminiHochberg(tested.map(({pValue}) => pValue as number));
  tested.forEach((impact, i) => {
    impact.correctedPValue = corrected[i] as number;
    if (impact.correctedPValue <= level && rateOf(impact) < Number(impact.benchmarkLow)) impact.verdict = "loss";
  });
  return impacts.map((impact) => withLoss(impact, worth.get(impact.metric), options));
}

function judgeAgainstBest(group: PeerRate[], {minimumTrials, isComparable = () => true}: ImpactOptions): Impact[] {
  const enough = group.filter(({trials}) => trials >= minimumTrials && trials > 0);
  const lows = new Map(enough.map((rate) => [rate, wilsonInterval(rate.successes, rate.trials)[0]]));
  const lowOf = (rate: PeerRate) => lows.get(rate) ?? 0;
  const candidates = enough.filter(isComparable);
  const [benchmark = null] = candidates.sort(
    (a, b) => lowOf(b) - lowOf(a) || b.trials - a.trials || (a.value < b.value ? -1 : 1)
  );
  // each of the others could have been the best by chance (Bonferroni)
  const chances = Math.max(1, candidates.length - 1);
  return group.map((rate) => {
    const isTested = benchmark !== null && rate !== benchmark && lows.has(rate);
    const verdict = rate === benchmark ? "benchmark" : isTested ? "no_difference" : "too_few_to_tell";
    return {
      ...rate,
      benchmark,
      benchmarkLow: benchmark && lowOf(benchmark),
      pValue: isTested ? Math.min(1, chances * twoProportionTest(rate, benchmark)) : null,
      correctedPValue: null,
      verdict,
      excessLoss: 0,
      excessLow: 0,
      excessHigh: 0,
      valuePerSession: null,
      recoverable: null,
      recoverableLow: null,
      recoverableHigh: null
    };
  });
}

function withLoss(impact: Impact, worth: StepWorth | undefined, {resamples, random}: ImpactOptions): Impact {
  const valued = {...impact, valuePerSession: worth?.mean ?? null};
  const none = worth ? 0 : null;
  const {benchmark, benchmarkLow, trials} = impact;
  if (impact.verdict !== "loss" || !benchmark || benchmarkLow === null) {
    return {...valued, recoverable: none, recoverableLow: none, recoverableHigh: none};
  }
  const excessLoss = trials * (benchmarkLow - rateOf(impact));
  const caution = rateOf(benchmark) - benchmarkLow;
  const losses: number[] = [];
  const values: number[] = [];
  for (let i = 0; i < resamples; ++i) {
    const own = drawBinomial(trials, rateOf(impact), random);
    const best = drawBinomial(benchmark.trials, rateOf(benchmark), random) / benchmark.trials - caution;
    const loss = Math.min(trials - impact.successes, Math.max(0, trials * best - own));
    losses.push(loss);
    if (worth) values.push(loss * Math.max(0, worth.mean + normalQuantile(random() + 2 ** -33) * worth.error));
  }
  const [excessLow, excessHigh] = bootstrapInterval(losses);
  const [recoverableLow, recoverableHigh] = worth ? bootstrapInterval(values) : [null, null];
  const recoverable = worth ? excessLoss * worth.mean : null;
  return {...valued, excessLoss, excessLow, excessHigh, recoverable, recoverableLow, recoverableHigh};
}

function rateOf({successes, trials}: ValueRate): number {
  return successes / trials;
}
