/**
 * How far two divisions of the same things into groups agree, corrected for chance (Hubert and Arabie 1985, Comparing
 * partitions): 1 for the same division, about 0 for unrelated ones, below 0 for less than chance. `a` and `b` give each thing's
 * group as a number from 0. 1 where neither divides anything, as for no things. Throws when they are not equally long.
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`divisions of different things: ${a.length} against ${b.length}`);
  const columns = greatest(b) + 1;
  const cells = new Float64Array((greatest(a) + 1) * columns);
  const rowSums = new Float64Array(greatest(a) + 1);
  const columnSums = new Float64Array(columns);
  for (let i = 0; i < a.length; ++i) {
    const [row, column] = [a[i] as number, b[i] as number];
    cells[row * columns + column] = (cells[row * columns + column] as number) + 1;
    rowSums[row] = (rowSums[row] as number) + 1;
    columnSums[column] = (columnSums[column] as number) + 1;
  }
  const together = sumOfPairs(cells);
  const [inRows, inColumns] = [sumOfPairs(rowSums), sumOfPairs(columnSums)];
  const expected = a.length > 1 ? (inRows * inColumns) / pairs(a.length) : 0;
  const most = (inRows + inColumns) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function sumOfPairs(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + pairs(count), 0);
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function greatest(values: ArrayLike<number>): number {
  let most = -1;
  for (let i = 0; i < values.length; ++i) most = Math.max(most, values[i] as number);
  return most;
}
