import {normalQuantile} from "../normal-distribution.ts";

/** What happens to a group of people at a time since the beginning. */
export interface SurvivalCount {
  time: number;
  /** those to whom it happened at this time */
  events: number;
  /** those who were observed up to this time and no longer */
  censored: number;
}

/** A time at which something happens, and the share of people to whom it has not happened by then. */
export interface SurvivalStep extends SurvivalCount {
  /** people observed at this time, to whom it had not happened before */
  atRisk: number;
  survival: number;
  /** Greenwood's, of the survival */
  standardError: number;
  /** ends of the 95 % interval; null where the survival is 1 or 0, which has no variance */
  low: number | null;
  high: number | null;
}

const z = normalQuantile(0.975);

/**
 * The product-limit estimate of survival at each time given, which are distinct and ascending; whoever is censored at a time is at
 * risk at it. No counts give no steps. Throws for times that do not ascend and for negative counts.
 *
 * Sources: Kaplan, E. L. and Meier, P. (1958), Nonparametric estimation from incomplete observations, JASA 53: 457-481; the
 * variance by Greenwood (1926), The natural duration of cancer; its interval on the scale of log(-log survival) as in Kalbfleisch
 * and Prentice (1980), The statistical analysis of failure time data, 1.3.
 */
export function kaplanMeier(counts: readonly SurvivalCount[]): SurvivalStep[] {
  let atRisk = counts.reduce((sum, {events, censored}) => sum + events + censored, 0);
  let survival = 1;
  let variance = 0;
  return counts.map(({time, events, censored}, i) => {
    const before = counts[i - 1]?.time ?? -Infinity;
    if (!(time > before)) throw new Error(`invalid time; not after ${before}: ${time}`);
    if (!(events >= 0 && censored >= 0)) throw new Error(`invalid count; below 0: ${Math.min(events, censored)}`);
    if (events > 0) {
      survival = events === atRisk ? 0 : survival * (1 - events / atRisk);
      variance += events / (atRisk * (atRisk - events));
    }
    const standardError = survival > 0 ? survival * Math.sqrt(variance) : 0;
    const step = {time, atRisk, events, censored, survival, standardError, ...logLogInterval(survival, variance)};
    atRisk -= events + censored;
    return step;
  });
}

function logLogInterval(survival: number, variance: number): Pick<SurvivalStep, "low" | "high"> {
  if (survival === 0 || survival === 1) return {low: null, high: null};
  const spread = Math.exp((z * Math.sqrt(variance)) / Math.abs(Math.log(survival)));
  return {low: survival ** spread, high: survival ** (1 / spread)};
}
