import {join} from "node:path";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";

/** The days on which events are kept, as 2020-09-24: the first, and the last (inclusive). */
export interface TimeBounds {
  firstOn: string;
  lastOn: string;
}

/** Days with events in a row, but for shorter breaks. */
interface Part {
  /** days since 1970 */
  from: number;
  until: number;
  events: number;
}

/** A shorter break does not set events apart, in days. */
const shortestBreak = 180;

/**
 * Finds the days that all events are on but a few far from them: those at either end, after a break of more than 180 days that is longer than all the
 * others span, where they are no more than `maximumShare` of all events. A clock that is years ahead would make a
 * calendar of years in which nothing happens. Undefined where no event is so far from the others.
 *
 * `folders` are those that inputs were cleaned into.
 */
export async function findStrayTimes(
  warehouse: Warehouse,
  folders: readonly string[],
  maximumShare: number
): Promise<TimeBounds | undefined> {
  const parts = maximumShare > 0 ? await readParts(warehouse, folders) : [];
  if (parts.length < 2) return undefined;
  const {from, until} = mainParts(parts, maximumShare);
  if (until - from === parts.length) return undefined;
  return {firstOn: dateOf((parts[from] as Part).from), lastOn: dateOf((parts[until - 1] as Part).until)};
}

/** Which of the inputs have events outside of the bounds, from the folders that they were cleaned into. */
export async function findBeyond(
  warehouse: Warehouse,
  folders: readonly string[],
  {firstOn, lastOn}: TimeBounds
): Promise<number[]> {
  const beyond: number[] = [];
  for (const [i, folder] of folders.entries()) {
    const {is_beyond} = await warehouse.row(`select
        coalesce(cast(first_event_at as date) < date ${sqlLiteral(firstOn)} or cast(last_event_at as date) > date ${sqlLiteral(lastOn)}, false)
          as is_beyond
      from read_parquet(${sqlLiteral(join(folder, "file_totals.parquet"))})`);
    if (is_beyond) beyond.push(i);
  }
  return beyond;
}

/** Sets the days whose events are kept, in `settings.time_bounds`: missing where all are. */
export async function writeTimeBounds(warehouse: Warehouse, bounds?: TimeBounds): Promise<void> {
  const [firstOn, lastOn] = bounds ? [sqlLiteral(bounds.firstOn), sqlLiteral(bounds.lastOn)] : ["null", "null"];
  await warehouse.run(`create or replace table settings.time_bounds as
    select cast(${firstOn} as date) as first_on, cast(${lastOn} as date) as last_on`);
}

// from the part with most events outward, as long as what comes next is near or much; the end is exclusive
function mainParts(parts: readonly Part[], maximumShare: number): {from: number; until: number} {
  const eventsOf = (some: readonly Part[]): number => some.reduce((sum, {events}) => sum + events, 0);
  const most = Math.max(...parts.map(({events}) => events));
  let from = parts.findIndex(({events}) => events === most);
  let until = from + 1;
  const few = maximumShare * eventsOf(parts);
  for (;;) {
    const [first, last, before, after] = [parts[from], parts[until - 1], parts[from - 1], parts[until]];
    if (!first || !last) return {from: 0, until: parts.length};
    const span = last.until - first.from;
    if (before && (first.from - before.until <= span || eventsOf(parts.slice(0, from)) > few)) --from;
    else if (after && (after.from - last.until <= span || eventsOf(parts.slice(until)) > few)) ++until;
    else return {from, until};
  }
}

async function readParts(warehouse: Warehouse, folders: readonly string[]): Promise<Part[]> {
  const filesOf = (name: string) => `[${folders.map((folder) => sqlLiteral(join(folder, name))).join(", ")}]`;
  const {days} = await warehouse.row(`select
      date_diff('day', min(first_event_at), max(last_event_at)) as days
    from read_parquet(${filesOf("file_totals.parquet")})`);
  // most data is too short to ask further
  if (days === null || Number(days) <= shortestBreak) return [];
  const rows = await warehouse.rows(`
    with days as (
      select date_diff('day', date '1970-01-01', cast(event_at as date)) as day, count(*) as events
      from read_parquet(${filesOf("read_events.parquet")}, union_by_name = true)
      where reject_reason is null
      group by day
    ),
    breaks as (
      select *, case when day - lag(day) over (order by day) > ${shortestBreak} then 1 else 0 end as is_after_break from days
    ),
    parts as (
      select *, sum(is_after_break) over (order by day) as part from breaks
    )
    select min(day) as first_day, max(day) as last_day, sum(events) as events from parts group by part order by part`);
  return rows.map((row) => ({from: Number(row.first_day), until: Number(row.last_day), events: Number(row.events)}));
}

function dateOf(day: number): string {
  return new Date(day * 24 * 3600 * 1000).toISOString().slice(0, 10);
}
