import {join} from "node:path";
import {selectReadEvents} from "./clean-input.ts";
import {eventColumns} from "../../src/shared/event-columns.ts";
import {sqlLiteral, type Warehouse} from "../warehouse.ts";

type Overlap = Omit<Span, "file">;

const columns = ["event_at", ...eventColumns.filter((column) => column !== "event_time")];

interface Span {
  file: number;
  from: string;
  until: string;
}

/**
 * Finds rows that are exact copies of rows in an input before them. Equal rows have equal times, so only where the times of
 * inputs overlap are rows compared. Returns, for each input with such rows, a query for their `file_row`s.
 */
export async function findCopies(warehouse: Warehouse, folders: readonly string[]): Promise<[number, string][]> {
  const spans = await readSpans(warehouse, folders);
  const overlaps = findOverlaps(spans);
  if (!overlaps.length) return [];
  const involved = spans.filter(({from, until}) =>
    overlaps.some((other) => from <= other.until && other.from <= until)
  );
  const selects: string[] = [];
  for (const {file} of involved) selects.push(await selectWithin(warehouse, folders[file] as string, file, overlaps));
  await warehouse.run(`create or replace temp view overlapping as ${selects.join(" union all ")}`);
  // as in staging/copies.sql
  await warehouse.run(`create or replace temp table copies_of_other_files as
    with repeated as (select row_hash from overlapping group by row_hash having count(*) > 1),
    suspects as (select * from overlapping where row_hash in (select row_hash from repeated)),
    numbered as (
      select file, file_row, row_number() over (partition by ${columns.join(", ")} order by file) as copy from suspects
    )
    select file, file_row from numbered where copy > 1`);
  const files = await warehouse.rows("select distinct file from copies_of_other_files order by file");
  return files.map(({file}) => [
    Number(file),
    `select file_row from copies_of_other_files where file = ${Number(file)}`
  ]);
}

async function selectWithin(warehouse: Warehouse, folder: string, file: number, overlaps: Overlap[]): Promise<string> {
  return `select ${file} as file, events.file_row, ${columns.join(", ")},
      hash(user_id, event_at, event_type, product_id) as row_hash
    from (${await selectReadEvents(warehouse, folder)}) as events
    left join read_parquet(${sqlLiteral(join(folder, "copies.parquet"))}) as copies on copies.file_row = events.file_row
    where reject_reason is null and copies.file_row is null and (${overlaps.map(within).join(" or ")})`;
}

async function readSpans(warehouse: Warehouse, folders: readonly string[]): Promise<Span[]> {
  if (folders.length < 2) return [];
  const selects = folders.map(
    (folder, file) =>
      `select ${file} as file, good_rows, first_event_at, last_event_at from read_parquet(${sqlLiteral(join(folder, "file_totals.parquet"))})`
  );
  const rows = await warehouse.rows(`
    select file, cast(first_event_at as varchar) as first_at, cast(last_event_at as varchar) as last_at
    from (${selects.join(" union all ")}) where good_rows > 0 order by first_event_at, last_event_at, file`);
  return rows.map((row) => ({file: Number(row.file), from: String(row.first_at), until: String(row.last_at)}));
}

// the times that at least two of the spans share, joined where they touch; spans are in the order of their beginnings
function findOverlaps(spans: readonly Span[]): Overlap[] {
  const overlaps: Overlap[] = [];
  let reached = "";
  for (const {from, until} of spans) {
    if (from <= reached) {
      const end = until < reached ? until : reached;
      const last = overlaps.at(-1);
      if (last && from <= last.until) last.until = end > last.until ? end : last.until;
      else overlaps.push({from, until: end});
    }
    if (until > reached) reached = until;
  }
  return overlaps;
}

function within({from, until}: Overlap): string {
  return `event_at between timestamp ${sqlLiteral(from)} and timestamp ${sqlLiteral(until)}`;
}
