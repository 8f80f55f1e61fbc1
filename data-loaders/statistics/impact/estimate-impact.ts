import {groupBy} from "../../../src/shared/group-by.ts";
import {benjaminiHochberg} from "../benjamini-hochberg.ts";
import {bootstrapInterval, type BootstrapOptions} from "../bootstrap-interval.ts";
import {designEffect, effectiveProportion} from "../design-effect.ts";
import {normalQuantile} from "../normal-distribution.ts";
import {twoProportionTest} from "../two-proportion-test.ts";
import {wilsonInterval} from "../../../src/shared/wilson-interval.ts";
import type {ValueRate} from "../comparisons/compare-values.ts";
import type {Proportion} from "../proportion.ts";
import {drawBinomial} from "./draw-binomial.ts";

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
export interface ImpactOptions extends BootstrapOptions {
  minimumTrials: number;
  /** whether a value can be a benchmark; any unless told */
  isComparable?: (rate: PeerRate) => boolean;
}

/** What a value of a dimension loses at a step against the best one. */
export interface Impact extends PeerRate {
  designEffect: number;
  /** null where no comparable value has enough trials */
  benchmark: PeerRate | null;
  /** the lower end of the benchmark's Wilson interval, which losses are measured against */
  benchmarkLow: number | null;
  /** how many values could have been its benchmark */
  chances: number;
  pValue: number | null;
  correctedPValue: number | null;
  verdict: "loss" | "no_difference" | "too_few_to_tell" | "benchmark";
  /** sessions that would have passed at the lower end of the benchmark's rate; 0 without a proven difference */
  excessLoss: number;
  /** bootstrap 95 % interval of the sessions that would have passed at the benchmark's rate */
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
 * times the values that could have been the benchmark and corrected over all losses, the loss is 0. Never more than the sessions that did not go on.
 *
 * The interval is that of a parametric bootstrap of both rates themselves, whose middle is above the loss by the caution in the benchmark's
 * lower end. The best of several has been lucky, so the interval's low end is that at 5 % ÷ the values that could have been the benchmark
 * (Bonferroni). Intervals, p-values and whether there are enough trials are by the effective numbers of them.
 *
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
  const enough = group.filter((rate) => rate.trials > 0 && effectiveOf(rate).trials >= minimumTrials);
  const lows = new Map(enough.map((rate) => [rate, lowEnd(effectiveOf(rate))]));
  const lowOf = (rate: PeerRate) => lows.get(rate) ?? 0;
  const candidates = enough.filter(isComparable);
  const [benchmark = null] = candidates.sort(
    (a, b) => lowOf(b) - lowOf(a) || b.trials - a.trials || (a.value < b.value ? -1 : 1)
  );
  return group.map((rate) => {
    // each of the others could have been the best by chance (Bonferroni)
    const chances = candidates.filter((candidate) => candidate !== rate).length;
    const isTested = benchmark !== null && rate !== benchmark && lows.has(rate);
    const verdict = rate === benchmark ? "benchmark" : isTested ? "no_difference" : "too_few_to_tell";
    return {
      ...rate,
      designEffect: designEffect(rate, rate.pairs),
      benchmark,
      benchmarkLow: benchmark && lowOf(benchmark),
      chances,
      pValue: isTested ? Math.min(1, chances * twoProportionTest(effectiveOf(rate), effectiveOf(benchmark))) : null,
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

function withLoss(impact: Impact, worth: StepWorth | undefined, options: BootstrapOptions): Impact {
  const valued = {...impact, valuePerSession: worth?.mean ?? null};
  const none = worth ? 0 : null;
  const {benchmark, benchmarkLow, trials, chances} = impact;
  if (impact.verdict !== "loss" || !benchmark || benchmarkLow === null) {
    return {...valued, recoverable: none, recoverableLow: none, recoverableHigh: none};
  }
  const excessLoss = trials * (benchmarkLow - rateOf(impact));
  const losses = drawLosses(impact, benchmark, options);
  const [excessLow, excessHigh] = cautiousInterval(losses, {value: excessLoss, chances});
  if (!worth) return {...valued, excessLoss, excessLow, excessHigh};
  // returns can exceed what was bought, but nobody is paid for mending a step
  const recoverable = excessLoss * Math.max(0, worth.mean);
  const values = losses.map((loss) => loss * Math.max(0, drawNormal(worth, options.random)));
  const [recoverableLow, recoverableHigh] = cautiousInterval(values, {value: recoverable, chances});
  return {...valued, excessLoss, excessLow, excessHigh, recoverable, recoverableLow, recoverableHigh};
}

// never more than the sessions that did not go on
function drawLosses(impact: Impact, benchmark: PeerRate, {resamples, random}: BootstrapOptions): number[] {
  const [best, own] = [effectiveOf(benchmark), effectiveOf(impact)];
  return Array.from({length: resamples}, () => {
    const difference = drawRate(best, random) - drawRate(own, random);
    return Math.min(impact.trials - impact.successes, Math.max(0, impact.trials * difference));
  });
}

// half a success and half a failure more, so that a rate of 0 or 1 is not taken for certain
function drawRate({successes, trials}: Proportion, random: () => number): number {
  const whole = Math.max(1, Math.round(trials));
  return drawBinomial(whole, (successes + 0.5) / (trials + 1), random) / whole;
}

function drawNormal({mean, error}: StepWorth, random: () => number): number {
  // in the middle of a step of the generator, so that it is never 0
  return mean + normalQuantile(random() + 2 ** -33) * error;
}

function cautiousInterval(
  replicates: readonly number[],
  {value, chances}: {value: number; chances: number}
): [low: number, high: number] {
  const [low] = bootstrapInterval(replicates, 1 - level / chances);
  const [, high] = bootstrapInterval(replicates, 1 - level);
  return [Math.min(low, value), Math.max(high, value)];
}

function effectiveOf(rate: ValueRate): Proportion {
  return effectiveProportion(rate, designEffect(rate, rate.pairs));
}

function lowEnd({successes, trials}: Proportion): number {
  return wilsonInterval(successes, trials)[0];
}

function rateOf({successes, trials}: ValueRate): number {
  return successes / trials;
}
