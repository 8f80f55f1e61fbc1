/** How many of some trials were successes, both whole numbers. */
export interface Proportion {
  successes: number;
  trials: number;
}

/** All trials and successes of some proportions; none of either for none. */
export function addUp(proportions: readonly Proportion[]): Proportion {
  let [successes, trials] = [0, 0];
  for (const proportion of proportions) {
    successes += proportion.successes;
    trials += proportion.trials;
  }
  return {successes, trials};
}
