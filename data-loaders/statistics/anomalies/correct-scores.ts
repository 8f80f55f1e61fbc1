import {benjaminiHochberg} from "../benjamini-hochberg.ts";
import {twoSidedPValue} from "../normal-distribution.ts";
import {studentScore} from "../student-score.ts";

/** A score of a stretch of days, and where it comes from. */
export interface DayScore {
  score: number;
  /** the days of its series */
  days: number;
  /** whether its series is about everything, or one of the many that are about a part */
  isWhole: boolean;
}

/** How many series were asked, of each kind. */
export interface AskedDays {
  /** the days of all series about everything, added up */
  whole: number;
  /** the same of those about a part */
  parts: number;
}

/**
 * How many independent questions a day stands for, about itself and the stretches that it begins: where simulated series without anything
 * odd have as many false alarms as scores of so many.
 */
const questionsPerDay = 20;

/**
 * The p-values of scores, corrected for all series and days that were asked, in the order given. Scores count as Student's with half
 * as many degrees of freedom as the series has days, because what is usual is estimated. Series about everything, few and of more
 * weight, share one half of the errors that are allowed, the others the other half.
 *
 * Source of the weights: Genovese, C. R., Roeder, K. and Wasserman, L. (2006), False discovery control with p-value weighting.
 * Biometrika 93: 509-524.
 */
export function correctScores(scores: readonly DayScore[], {whole, parts}: AskedDays): number[] {
  const kinds = (whole > 0 ? 1 : 0) + (parts > 0 ? 1 : 0);
  const all = questionsPerDay * (whole + parts);
  const pValues = scores.map(({score, days, isWhole}) => {
    const weight = all / (kinds * questionsPerDay * (isWhole ? whole : parts));
    return Math.min(1, twoSidedPValue(studentScore(score, days / 2)) / weight);
  });
  return benjaminiHochberg(pValues, Math.max(all, scores.length));
}
