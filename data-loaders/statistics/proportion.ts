/** How many of some trials were successes; whole numbers, unless trials depend on each other (see effectiveProportion). */
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
