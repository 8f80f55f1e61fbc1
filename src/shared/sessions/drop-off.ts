import type {FilterName, SessionTable, ValueCounts} from "./session-table.js";

/** How many sessions with a value reached a stage, and how many of them did not reach the next. */
export interface LostSessions {
  value: string;
  reached: number;
  lost: number;
}

/** What becomes of sessions between a stage and the next: in all, and by the values of each filter, days as 2021-01-31. */
export interface DropOff {
  reached: number;
  lost: number;
  values: Map<FilterName, LostSessions[]>;
}

/** A row of the table `session_counts`; of days, the dimension is `started_on`. */
export interface SessionCount {
  dimension: string;
  value: string;
  /** place of the stage, from 1; 0 for all sessions of the value */
  position: number;
  sessions: number;
  lost_sessions: number | null;
}

/** What becomes of everybody's sessions after the stage at a position, as the build has counted it. No rows give nothing lost of nothing. */
export function builtDropOff(counts: readonly SessionCount[], position: number): DropOff {
  const values = new Map<FilterName, LostSessions[]>();
  for (const row of counts) {
    if (row.position !== position) continue;
    const name = (row.dimension === "started_on" ? "days" : row.dimension) as FilterName;
    const list = values.get(name) ?? [];
    list.push({value: row.value, reached: row.sessions, lost: row.lost_sessions ?? 0});
    values.set(name, list);
  }
  // every session has a day
  const days = values.get("days") ?? [];
  return {...totalOf(days), values};
}

/** What becomes of the selected sessions after the stage at a place (from 0); the values of each filter count what all other filters leave. */
export function countDropOff(table: SessionTable, stage: number): DropOff {
  const {sets} = table.columns.reached;
  const isReached = sets.map((set) => set.includes(stage));
  const isLost = sets.map((set) => set.includes(stage) && !set.includes(stage + 1));
  const add = (counts: Uint32Array, start: number, isCounted: boolean[]) =>
    isCounted.reduce((sum, is, set) => sum + (is ? (counts[start + set] as number) : 0), 0);
  const listed = ({values, counts}: ValueCounts): LostSessions[] =>
    values.map((value, i) => ({
      value,
      reached: add(counts, i * sets.length, isReached),
      lost: add(counts, i * sets.length, isLost)
    }));
  const values = new Map([...table.valueCounts()].map(([name, counts]) => [name, listed(counts)] as const));
  const all = table.setCounts();
  return {reached: add(all, 0, isReached), lost: add(all, 0, isLost), values};
}

/** The selected sessions that reached the stage at a place (from 0) and not the next, in a given order of all sessions. */
export function lostSessions(table: SessionTable, stage: number, order: Uint32Array): Uint32Array {
  const {sets, codes} = table.columns.reached;
  const isLost = Uint8Array.from(sets, (set) => Number(set.includes(stage) && !set.includes(stage + 1)));
  const found = new Uint32Array(order.length);
  let n = 0;
  for (const session of order) {
    if (isLost[codes[session] as number] === 1 && table.has(session)) found[n++] = session;
  }
  return found.subarray(0, n);
}

function totalOf(values: readonly LostSessions[]): {reached: number; lost: number} {
  const sum = (key: "reached" | "lost") => values.reduce((total, value) => total + value[key], 0);
  return {reached: sum("reached"), lost: sum("lost")};
}
