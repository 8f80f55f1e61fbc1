import type {Row, Warehouse} from "../warehouse.ts";
import {type ColumnType, inferType, perSecond} from "./infer-type.ts";
import type {InputFile} from "./inspect-file.ts";
import {selectColumns} from "./select-columns.ts";

/** What is known of a column after all rows have been read. */
export interface ColumnMeasure {
  type: ColumnType;
  filled: number;
  misfits: number;
  distinct: number;
  range: [least: string, greatest: string] | undefined;
  /** characters of the longest value */
  longest: number;
}

/** Measures columns over all rows of a file, given what types their first values have. */
export async function measureColumns(
  warehouse: Warehouse,
  file: InputFile,
  types: ReadonlyMap<string, ColumnType>
): Promise<{rows: number; unreadable: number; measures: Map<string, ColumnMeasure>}> {
  const measures = new Map<string, ColumnMeasure>();
  let totals: Row = {};
  for (const {query, columns} of selectColumns(file, [...types.keys()])) {
    const cells = columns.flatMap(({name, alias}) => aggregate(alias, types.get(name) ?? "text"));
    totals = await warehouse.row(
      `select count(*) as rows, count(unreadable_text) as unreadable${cells.map((cell) => `, ${cell}`).join("")} from (${query})`
    );
    for (const {name, alias} of columns)
      measures.set(name, readMeasure(totals, name, alias, types.get(name) ?? "text"));
  }
  const unreadable = Number(totals.unreadable ?? 0);
  return {rows: Number(totals.rows ?? 0) - unreadable, unreadable, measures};
}

function aggregate(alias: string, type: ColumnType): string[] {
  const value = `nullif(${alias}, '')`;
  const [least, greatest, fitting] = typedAggregates(value, type);
  return [
    `count(${value}) as ${alias}_filled`,
    `approx_count_distinct(${value}) as ${alias}_distinct`,
    `max(length(${value})) as ${alias}_longest`,
    `${least} as ${alias}_least`,
    `${greatest} as ${alias}_greatest`,
    `${fitting} as ${alias}_fitting`,
    // values after the first ones may have decimals
    `${type === "integer" ? `bool_or(contains(${value}, '.'))` : "false"} as ${alias}_has_point`
  ];
}

function typedAggregates(value: string, type: ColumnType): [least: string, greatest: string, fitting: string] {
  const ends = (typed: string, show = (end: string) => `cast(${end} as varchar)`) =>
    [show(`min(${typed})`), show(`max(${typed})`), `count(${typed})`] as [string, string, string];
  if (type === "integer id") return ends(`try_cast(${value} as hugeint)`);
  // as prices are read
  if (type === "decimal") return ends(`try_cast(${value} as decimal(18, 4))`);
  if (type === "integer" || perSecond(type)) return ends(`try_cast(${value} as double)`);
  if (type === "time" || type === "date")
    return ends(readTime(value), (end) => `strftime(${end}, '%Y-%m-%d %H:%M:%S')`);
  if (type === "time, not ISO") return [`left(min(${value}), 100)`, `left(max(${value}), 100)`, "0"];
  return [`left(min(${value}), 100)`, `left(max(${value}), 100)`, `count(${value})`];
}

// as models/staging/read_events.sql reads it
function readTime(value: string): string {
  return `case when substr(${value}, 5, 1) = '-' then
    case when strpos(${value}, '+') > 0 or strpos(substr(${value}, 12), '-') > 0
      then try_cast(${value} as timestamptz) at time zone 'UTC'
      else coalesce(try_cast(${value} as timestamp), try_cast(${value} as timestamptz) at time zone 'UTC')
    end
  end`;
}

function readMeasure(row: Row, name: string, alias: string, type: ColumnType): ColumnMeasure {
  const cell = (measure: string) => row[`${alias}_${measure}`];
  const filled = Number(cell("filled"));
  const ends = [cell("least"), cell("greatest")].map((end) => (end == null ? undefined : showEnd(String(end), type)));
  const [least, greatest] = ends;
  const range: ColumnMeasure["range"] = least === undefined || greatest === undefined ? undefined : [least, greatest];
  return {
    // of a column whose first values are all empty, the ends alone are known
    type: type === "empty" ? inferType(range ?? [], name) : cell("has_point") === true ? "decimal" : type,
    filled,
    misfits: filled - Number(cell("fitting")),
    distinct: Math.min(filled, Number(cell("distinct"))),
    range,
    longest: Number(cell("longest") ?? 0)
  };
}

function showEnd(end: string, type: ColumnType): string {
  const factor = perSecond(type);
  if (factor) return new Date((Number(end) / factor) * 1000).toISOString().slice(0, 19).replace("T", " ");
  if (type === "integer" || type === "decimal") return end.replace(/\.0*$|(\.\d*?)0+$/, "$1");
  return type === "date" ? end.slice(0, 10) : end;
}
