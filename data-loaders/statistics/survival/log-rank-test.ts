import {chiSquareUpperTail} from "./chi-square-upper-tail.ts";
import type {SurvivalCount} from "./kaplan-meier.ts";

/** How far groups of people differ in their survival. */
export interface LogRank {
  chiSquare: number;
  /** the number of groups that can be compared, less one */
  degreesOfFreedom: number;
  pValue: number;
}

/**
 * Whether groups of people, each given by its counts in ascending order of time, have the same survival: the events of each group
 * against those expected if all had the same chance of one at each time. Null where there is nothing to compare: fewer than two
 * groups, or no event while two of them are at risk.
 *
 * Source: Mantel, N. (1966), Evaluation of survival data and two new rank order statistics arising in its consideration, Cancer
 * Chemotherapy Reports 50: 163-170; for several groups Peto, R. and Peto, J. (1972), JRSS A 135: 185-207.
 */
export function logRankTest(groups: readonly (readonly SurvivalCount[])[]): LogRank | null {
  const excess = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  for (const {atRisk, events} of riskSets(groups)) {
    const people = sum(atRisk);
    const happened = sum(events);
    const scale = people > 1 ? (happened * (people - happened)) / (people - 1) : 0;
    groups.forEach((_, i) => {
      const share = (atRisk[i] ?? 0) / people;
      excess[i] = (excess[i] ?? 0) + (events[i] ?? 0) - happened * share;
      const row = covariance[i] ?? [];
      groups.forEach(
        (_, j) => (row[j] = (row[j] ?? 0) + scale * share * ((i === j ? 1 : 0) - (atRisk[j] ?? 0) / people))
      );
    });
  }
  const {chiSquare, degreesOfFreedom} = standardize(excess, covariance);
  if (degreesOfFreedom === 0) return null;
  return {chiSquare, degreesOfFreedom, pValue: chiSquareUpperTail(chiSquare, degreesOfFreedom)};
}

// at each time with events, in order: the people at risk and the events of each group
function riskSets(groups: readonly (readonly SurvivalCount[])[]): {atRisk: number[]; events: number[]}[] {
  const atRisk = groups.map((counts) => sum(counts.map(({events, censored}) => events + censored)));
  const places = groups.map(() => 0);
  const times = [...new Set(groups.flatMap((counts) => counts.map(({time}) => time)))].sort((a, b) => a - b);
  const sets: {atRisk: number[]; events: number[]}[] = [];
  for (const time of times) {
    const here = groups.map((counts, i) => {
      const count = counts[places[i] ?? 0];
      return count?.time === time ? count : undefined;
    });
    const events = here.map((count) => count?.events ?? 0);
    if (sum(events) > 0) sets.push({atRisk: [...atRisk], events});
    here.forEach((count, i) => {
      if (!count) return;
      places[i] = (places[i] ?? 0) + 1;
      atRisk[i] = (atRisk[i] ?? 0) - count.events - count.censored;
    });
  }
  return sets;
}

// the squared length of the excess in units of its covariance, whose rank is below the number of groups as they add up to 0
function standardize(excess: number[], covariance: number[][]): {chiSquare: number; degreesOfFreedom: number} {
  let [chiSquare, degreesOfFreedom] = [0, 0];
  const variances = covariance.map((row, i) => row[i] ?? 0);
  covariance.forEach((row, i) => {
    const pivot = row[i] ?? 0;
    if (!(pivot > 1e-9 * (variances[i] ?? 0))) return;
    const own = excess[i] ?? 0;
    chiSquare += own ** 2 / pivot;
    degreesOfFreedom += 1;
    covariance.slice(i + 1).forEach((other, offset) => {
      const factor = (other[i] ?? 0) / pivot;
      excess[i + 1 + offset] = (excess[i + 1 + offset] ?? 0) - factor * own;
      row.forEach((value, j) => (other[j] = (other[j] ?? 0) - factor * value));
    });
  });
  return {chiSquare, degreesOfFreedom};
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
