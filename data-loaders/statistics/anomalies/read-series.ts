import type {DuckDBConnection} from "@duckdb/node-api";
import type {Series} from "./series.ts";

type Mutable = Omit<Series, "dates" | "counts" | "trials" | "people"> & {
  dates: string[];
  counts: number[];
  trials: number[] | null;
  people: number[];
};

/** The series of `analysis.metric_days`, in the order of metric, dimension and value; no rows give none. */
export async function readSeries(connection: DuckDBConnection): Promise<Series[]> {
  const result = await connection.runAndReadAll(`
    select
        metric,
        kind,
        dimension,
        value,
        strftime(event_date, '%Y-%m-%d') as event_date,
        coalesce(cast(successes as double), observed) as count,
        cast(trials as double) as trials,
        cast(people as double) as people
    from analysis.metric_days
    order by metric, dimension, value, event_date`);
  const all: Mutable[] = [];
  let last: Mutable | undefined;
  for (const row of result.getRowsJS()) {
    const [metric, kind, dimension, value, date, count, trials, people] = row as [
      string,
      Series["kind"],
      string,
      string | null,
      string,
      number,
      number | null,
      number
    ];
    if (!last || last.metric !== metric || last.dimension !== dimension || last.value !== value) {
      last = {metric, kind, dimension, value, dates: [], counts: [], trials: trials === null ? null : [], people: []};
      all.push(last);
    }
    last.dates.push(date);
    last.counts.push(count);
    last.trials?.push(trials ?? 0);
    last.people.push(people);
  }
  return all;
}
