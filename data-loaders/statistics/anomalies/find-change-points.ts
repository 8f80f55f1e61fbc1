/** How a series is divided. */
export interface ChangePointOptions {
  /** what another change point has to gain, in squared distances × weight */
  penalty: number;
  /** how many values lie between two change points at least */
  minimumLength?: number;
  /** how much each value counts; all alike unless told */
  weights?: readonly number[];
}

/**
 * The places at which the mean of a series changes, as the index of the first value after each: of all divisions into segments,
 * the one with the least squared distances from the segments' means plus the penalty for each change. An empty list for
 * fewer than two segments' values. Throws for a penalty below 0.
 *
 * Source: PELT of Killick, R., Fearnhead, P. and Eckley, I. A. (2012), Optimal detection of changepoints with a linear
 * computational cost. JASA 107: 1590-1598.
 */
export function findChangePoints(
  values: readonly number[],
  {penalty, minimumLength = 1, weights}: ChangePointOptions
): number[] {
  if (!(penalty >= 0)) throw new Error(`invalid penalty; below 0: ${penalty}`);
  const cost = squaredDistances(values, weights);
  const least = [-penalty];
  const last = [0];
  let candidates = [{start: 0, until: Infinity}];
  for (let end = 1; end <= values.length; ++end) {
    const costs = candidates.map(({start}) =>
      end - start >= minimumLength ? (least[start] as number) + cost(start, end) + penalty : Infinity
    );
    const lowest = Math.min(...costs);
    least.push(lowest);
    last.push(candidates[costs.indexOf(lowest)]?.start ?? 0);
    candidates.forEach((candidate, i) => {
      // a start that is worse by more than a change costs cannot be the best again once a segment may begin here
      const isWorse = costs[i] !== Infinity && (costs[i] as number) - penalty > lowest;
      if (isWorse) candidate.until = Math.min(candidate.until, end + minimumLength - 1);
    });
    candidates = candidates.filter(({until}) => until > end);
    candidates.push({start: end, until: Infinity});
  }
  return followBack(last);
}

function followBack(last: readonly number[]): number[] {
  const points: number[] = [];
  for (let end = last.length - 1; (last[end] as number) > 0; end = last[end] as number)
    points.push(last[end] as number);
  return points.reverse();
}

// of the values from start to before end, from their mean, by sums up to each
function squaredDistances(
  values: readonly number[],
  weights?: readonly number[]
): (start: number, end: number) => number {
  const [counts, sums, squares] = [[0], [0], [0]] as [number[], number[], number[]];
  values.forEach((value, i) => {
    const weight = weights?.[i] ?? 1;
    counts.push((counts[i] as number) + weight);
    sums.push((sums[i] as number) + weight * value);
    squares.push((squares[i] as number) + weight * value * value);
  });
  return (start, end) => {
    const [count, sum, square] = [counts, sums, squares].map(
      (list) => (list[end] as number) - (list[start] as number)
    ) as [number, number, number];
    return count > 0 ? Math.max(0, square - (sum * sum) / count) : 0;
  };
}
