import type {SurvivalCount} from "../../../../data-loaders/statistics/survival/kaplan-meier.ts";

// Freireich, E. J. et al. (1963), The effect of 6-mercaptopurine on the duration of steroid-induced remissions in acute leukemia,
// Blood 21: 699-716: weeks of remission, + for those still in remission
const treated = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";
const placebo = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

/** The 21 children with 6-mercaptopurine and the 21 with a placebo. */
export const freireich = {treated: readCounts(treated), placebo: readCounts(placebo)};

/** Counts of times written as words, with a plus for those that are censored. */
export function readCounts(text: string): SurvivalCount[] {
  const words = text.split(" ");
  const times = [...new Set(words.map((word) => parseInt(word)))].sort((a, b) => a - b);
  return times.map((time) => ({
    time,
    events: words.filter((word) => word === `${time}`).length,
    censored: words.filter((word) => word === `${time}+`).length
  }));
}
