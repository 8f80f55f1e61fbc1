/** A step that some paths take. */
export interface Transition {
  /** a channel's number; null for the start of a path */
  from: number | null;
  /** a channel's number; null for the end of a path */
  to: number | null;
  /** of the end of a path, whether it is an order */
  isOrder: boolean;
  /** how many paths take the step; above 0 */
  paths: number;
}

/**
 * The share of all orders that would be lost without a channel, in the first-order Markov chain of the paths' steps: whoever would
 * come to the channel leaves instead. From 0 to 1 each, more than 1 together where paths have several channels. By channel number, in its
 * order; without orders, all are 0, and without paths there are none. Throws when a step is taken by no path, or paths have no end.
 *
 * The chance of an order without channel k falls by that of coming to k at all, times that of an order from k on: both follow from one
 * inverse, (I − Q)⁻¹, so that the chain need not be solved anew without each channel.
 *
 * Source: Anderl, E., Becker, I., von Wangenheim, F. and Schumann, J. H. (2016), Mapping the customer journey: lessons learned
 * from graph-based online attribution modeling. International Journal of Research in Marketing 33: 457-474.
 */
export function markovRemovalEffects(transitions: readonly Transition[]): {channel: number; effect: number}[] {
  const channels = [...new Set(transitions.flatMap(({from, to}) => [from, to]))]
    .filter((channel) => channel !== null)
    .sort((a, b) => a - b);
  const {starts, orders, next} = chanceOfSteps(transitions, channels);
  const visits = invert(next.map((row, i) => row.map((chance, j) => (i === j ? 1 : 0) - chance)));
  const endless = channels.find((_, k) => !visits[k]?.every(Number.isFinite));
  if (endless !== undefined) throw new Error(`invalid transitions; paths through channel ${endless} have no end`);
  const startVisits = channels.map((_, k) => dot(starts, visits, k));
  const orderChances = visits.map((row) => row.reduce((sum, expected, j) => sum + expected * (orders[j] ?? 0), 0));
  const anyOrder = starts.reduce((sum, chance, i) => sum + chance * (orderChances[i] ?? 0), 0);
  return channels.map((channel, k) => {
    const comes = (startVisits[k] ?? 0) / (visits[k]?.[k] ?? 1);
    return {channel, effect: anyOrder > 0 ? (comes * (orderChances[k] ?? 0)) / anyOrder : 0};
  });
}

interface Chances {
  starts: number[];
  orders: number[];
  next: number[][];
}

function chanceOfSteps(transitions: readonly Transition[], channels: readonly number[]): Chances {
  const place = new Map(channels.map((channel, i) => [channel, i]));
  const placeOf = (channel: number) => place.get(channel) ?? 0;
  const totals = new Map<number | null, number>();
  for (const {from, paths} of transitions) {
    if (!(paths > 0)) throw new Error(`invalid transition; taken by paths above 0: ${paths}`);
    totals.set(from, (totals.get(from) ?? 0) + paths);
  }
  const chances: Chances = {
    starts: channels.map(() => 0),
    orders: channels.map(() => 0),
    next: channels.map(() => channels.map(() => 0))
  };
  for (const {from, to, isOrder, paths} of transitions) {
    const list = from === null ? chances.starts : to === null ? chances.orders : chances.next[placeOf(from)];
    const at = to ?? from;
    if (!list || at === null || (to === null && !isOrder)) continue;
    list[placeOf(at)] = (list[placeOf(at)] ?? 0) + paths / (totals.get(from) ?? paths);
  }
  return chances;
}

function dot(row: readonly number[], matrix: readonly number[][], column: number): number {
  return row.reduce((sum, value, i) => sum + value * (matrix[i]?.[column] ?? 0), 0);
}

// Gauss and Jordan, without a search for pivots: I − Q of a chain whose paths all end is diagonally dominant
function invert(matrix: readonly number[][]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => Float64Array.from([...row, ...row.map((_, j) => (i === j ? 1 : 0))]));
  for (const [k, pivot] of rows.entries()) {
    const scale = pivot[k] ?? NaN;
    pivot.forEach((value, j) => (pivot[j] = value / scale));
    for (const row of rows) {
      const factor = row[k] ?? 0;
      if (row !== pivot && factor !== 0) row.forEach((value, j) => (row[j] = value - factor * (pivot[j] ?? 0)));
    }
  }
  return rows.map((row) => [...row.subarray(size)]);
}
