import type {DuckDBConnection} from "@duckdb/node-api";
import {countPassages} from "../../../src/shared/funnel/funnel-counts.ts";
import {groupBy} from "../../../src/shared/group-by.ts";
import {readRows} from "../../read-results.ts";
import {type PlainValue, writeTable} from "../../warehouse.ts";
import {conversionColumns, conversionOf} from "./conversion-of.ts";

/** How many came how far, of those who entered with a value or in a period. */
interface Split {
  funnelOrder: string;
  dimension: string;
  value: string;
  position: number;
  members: number;
  alsoPrevious: number;
}

const dimensions = ["device", "browser", "source", "campaign", "country", "visitor", "segment"];

const periods = ["day", "week", "month"];

/**
 * Writes `analysis.funnel_splits`: of the passages of each definition, one row per dimension that the data has, value and stage. Values of too few
 * people are one, Other. Days, weeks (from Monday) and months of the entry are dimensions too, their values the first day as 2020-09-24.
 */
export async function writeSplits(connection: DuckDBConnection, stages: readonly number[]): Promise<void> {
  const splits = stages.length ? await readSplits(connection, stages) : [];
  await writeTable(
    connection,
    `analysis.funnel_splits(funnel_order varchar, dimension varchar, value varchar, position integer, members bigint, also_previous bigint,
      ${conversionColumns})`,
    [
      ...groupBy(splits, ({funnelOrder, dimension, value}) => JSON.stringify([funnelOrder, dimension, value])).values()
    ].flatMap(rateStages)
  );
}

function rateStages(funnel: Split[]): PlainValue[][] {
  const stages = funnel.sort((a, b) => a.position - b.position);
  return stages.map(({funnelOrder, dimension, value, position, members, alsoPrevious}, i) => [
    ...[funnelOrder, dimension, value, position, members, alsoPrevious],
    ...conversionOf(
      {members, also_previous: alsoPrevious},
      {previous: stages[i - 1]?.members, first: stages[0]?.members}
    )
  ]);
}

async function readSplits(connection: DuckDBConnection, stages: readonly number[]): Promise<Split[]> {
  const rows = await readRows(
    connection,
    `select dimension, value from analysis.dimension_people
    where people >= (select minimum_group_size from settings.thresholds) and value <> 'Other'`
  );
  const known = new Set(rows.map(({dimension, value}) => JSON.stringify([dimension, value])));
  const present = await readRows(connection, "select column_name from core.columns where not is_present");
  const absent = new Set(present.map(({column_name}) => String(column_name)));
  const columns = [
    ...dimensions.filter((dimension) => !absent.has(dimension)).map((dimension) => [dimension, dimension]),
    ...periods.map((period) => [period, `cast(date_trunc('${period}', entry_date) as date)`])
  ] as [string, string][];
  const folded = new Map<string, Split>();
  for (const [dimension, expression] of columns) {
    for (const split of await readDimension(connection, {dimension, expression, stages})) {
      const isKept =
        periods.includes(dimension) || split.value === "Unknown" || known.has(JSON.stringify([dimension, split.value]));
      addTo(folded, isKept ? split : {...split, value: "Other"});
    }
  }
  return [...folded.values()];
}

async function readDimension(
  connection: DuckDBConnection,
  {dimension, expression, stages}: {dimension: string; expression: string; stages: readonly number[]}
): Promise<Split[]> {
  const splits: Split[] = [];
  for (const funnelOrder of ["any", "ordered"]) {
    const value = `cast(${expression} as varchar) as value`;
    const moments = stages.map((_, i) => `moment_${i}`);
    const lone = stages.map((position) => `case when position = ${position} then 0 end`);
    const chosen = `chosen as (
      select ${[value, "weight", ...moments].join(", ")} from analysis.placed_passages where funnel_order = '${funnelOrder}'
      union all
      select ${[value, "weight", ...lone].join(", ")} from analysis.lone_entries
    )`;
    const counts = countPassages("chosen", {stages}, "value");
    const rows = await readRows(connection, `with ${chosen}, ${counts}`);
    for (const {value, position, members, also_previous} of rows) {
      splits.push({
        funnelOrder,
        dimension,
        value: String(value ?? "Unknown"),
        position: Number(position),
        members: Number(members),
        alsoPrevious: Number(also_previous)
      });
    }
  }
  return splits;
}

function addTo(splits: Map<string, Split>, split: Split): void {
  const key = JSON.stringify([split.funnelOrder, split.dimension, split.value, split.position]);
  const {members, alsoPrevious} = splits.get(key) ?? {members: 0, alsoPrevious: 0};
  splits.set(key, {...split, members: members + split.members, alsoPrevious: alsoPrevious + split.alsoPrevious});
}
