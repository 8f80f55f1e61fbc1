import type {Selection} from "../selection/selection.js";
import type {SessionDimension} from "../selection/session-dimensions.js";

/** A dimension of sessions: its values, and for each session the place of its value among them; one place more stands for none. */
export interface DimensionColumn {
  values: readonly string[];
  codes: Int32Array;
}

/** What is known of sessions, by column, in the order of the table `sessions`. */
export interface SessionColumns {
  /** stages that somebody reached, in the funnel's order */
  stages: readonly string[];
  /** each set of stages that some session reached, as places in `stages`; and for each session the place of its set */
  reached: {sets: readonly (readonly number[])[]; codes: Int32Array};
  dimensions: Partial<Record<SessionDimension, DimensionColumn>>;
  /** for each session, the day on which it began in days since the first day; and that day, UTC */
  days: Int32Array;
  firstDay: string;
  /** for each session, a number that stands for its user, from 1 */
  users: Int32Array;
  /** further columns, such as `seconds` */
  measures: Readonly<Record<string, Int32Array | Float64Array>>;
}

/** How many of the sessions that a selection leaves, less one dimension's own choice, have each of its values and set of stages. */
export interface ValueCounts {
  values: readonly string[];
  /** at `value × sets + set` */
  counts: Uint32Array;
}

/** The name of something that a selection can choose by. */
export type FilterName = SessionDimension | "days";

/**
 * Sessions in columns, of which a selection leaves some. Counting goes once through all sessions, and a change of the selection through the column
 * that changed, as in Mike Bostock's Crossfilter: each session has a bit for every filter that it does not pass.
 */
export class SessionTable {
  readonly length: number;
  /** the days on which sessions can have begun, from the first to the last, as 2021-01-31; a session's is at its number of days */
  readonly days: readonly string[];
  /** one more than the largest number of a user */
  readonly userNumbers: number;
  private readonly filters: {name: FilterName; values: readonly string[]; codes: Int32Array}[];
  // at most 16 filters
  private readonly failed: Uint16Array;
  private readonly applied: string[];

  /** A table of these sessions, all of which are selected. */
  constructor(readonly columns: SessionColumns) {
    this.length = columns.days.length;
    this.days = Array.from({length: this.length && 1 + largest(columns.days)}, (_, i) => dayAfter(columns.firstDay, i));
    this.userNumbers = 1 + largest(columns.users);
    this.filters = [
      ...Object.entries(columns.dimensions).map(([name, column]) => ({name: name as FilterName, ...column})),
      {name: "days", values: this.days, codes: columns.days}
    ];
    this.failed = new Uint16Array(this.length);
    this.applied = this.filters.map(() => "");
  }

  /** Makes a selection that of this table; what it asks of dimensions that the sessions do not have is ignored. */
  select(selection: Selection): this {
    for (const [i, {name, values, codes}] of this.filters.entries()) {
      const passing = passingValues(name, values, selection);
      const key = passing ? `=${[...passing].join()}` : "";
      if (key === this.applied[i]) continue;
      this.applied[i] = key;
      markFailed(this.failed, {bit: 1 << i, codes, passing});
    }
    return this;
  }

  /** Whether the selection leaves a session. */
  has(session: number): boolean {
    return this.failed[session] === 0;
  }

  /** The sessions that the selection leaves, in the order of the table. */
  selected(): Uint32Array {
    const places = new Uint32Array(this.length);
    let n = 0;
    for (let i = 0; i < this.length; ++i) if (this.failed[i] === 0) places[n++] = i;
    return places.subarray(0, n);
  }

  /** For each filter, how many sessions pass all others, by its values and by the set of stages that they reached. */
  valueCounts(): Map<FilterName, ValueCounts> {
    const {sets, codes: reached} = this.columns.reached;
    const size = sets.length;
    const counts = this.filters.map(({values}) => new Uint32Array((values.length + 1) * size));
    const columns = this.filters.map(({codes}) => codes);
    const {failed, length} = this;
    for (let i = 0; i < length; ++i) {
      const bits = failed[i] as number;
      const set = reached[i] as number;
      if (bits === 0) {
        for (let f = 0; f < columns.length; ++f) addOne(counts[f], at(columns[f], i) * size + set);
      } else if ((bits & (bits - 1)) === 0) {
        const f = 31 - Math.clz32(bits);
        addOne(counts[f], at(columns[f], i) * size + set);
      }
    }
    return new Map(this.filters.map(({name, values}, f) => [name, {values, counts: counts[f] as Uint32Array}]));
  }

  /** How many selected sessions reached each set of stages. */
  setCounts(): Uint32Array {
    const {sets, codes} = this.columns.reached;
    const counts = new Uint32Array(sets.length);
    for (let i = 0; i < this.length; ++i) if (this.failed[i] === 0) addOne(counts, at(codes, i));
    return counts;
  }

  /** The sum of a measure over the selected sessions. Throws for a measure that there is not. */
  sum(measure: string): number {
    const values = this.columns.measures[measure];
    if (!values) throw new Error(`unknown measure of sessions: ${measure}`);
    let sum = 0;
    for (let i = 0; i < this.length; ++i) if (this.failed[i] === 0) sum += values[i] as number;
    return sum;
  }
}

/** The day so many days after another, as 2021-01-31. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

// 0 of none
function largest(numbers: Int32Array): number {
  return numbers.reduce((a, b) => Math.max(a, b), 0);
}

function at(column: Int32Array | undefined, i: number): number {
  return (column as Int32Array)[i] as number;
}

function addOne(counts: Uint32Array | undefined, place: number): void {
  (counts as Uint32Array)[place] = ((counts as Uint32Array)[place] as number) + 1;
}

// places of the values that pass; undefined where all do
function passingValues(name: FilterName, values: readonly string[], selection: Selection): Set<number> | undefined {
  const {from, to} = selection;
  if (name === "days") {
    if (!from && !to) return undefined;
    return placesOf(values, (day) => (!from || day >= from) && (!to || day <= to));
  }
  const chosen = selection.values[name];
  return chosen?.length ? placesOf(values, (value) => chosen.includes(value)) : undefined;
}

function placesOf(values: readonly string[], isChosen: (value: string) => boolean): Set<number> {
  return new Set(values.flatMap((value, place) => (isChosen(value) ? [place] : [])));
}

function markFailed(
  failed: Uint16Array,
  {bit, codes, passing}: {bit: number; codes: Int32Array; passing: Set<number> | undefined}
): void {
  if (!passing) {
    for (let i = 0; i < failed.length; ++i) failed[i] = (failed[i] as number) & ~bit;
    return;
  }
  const most = Math.max(-1, ...passing);
  const passes = Uint8Array.from({length: most + 1}, (_, place) => Number(passing.has(place)));
  for (let i = 0; i < failed.length; ++i) {
    const isIn = passes[codes[i] as number] === 1;
    failed[i] = isIn ? (failed[i] as number) & ~bit : (failed[i] as number) | bit;
  }
}
