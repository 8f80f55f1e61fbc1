import type {DuckDBClient} from "npm:@observablehq/duckdb";
import {dimensionNames, type SessionDimension} from "../../shared/selection/session-dimensions.js";
import {type DimensionColumn, SessionTable} from "../../shared/sessions/session-table.js";
import {openTables} from "./session-database.js";

const measures = [
  "events",
  "views",
  "carts",
  "purchases",
  "orders",
  "revenue",
  "cart_value",
  "seconds",
  "started_hour"
] as const;

let opening: Promise<SessionTable> | undefined;

/** The published sessions in columns, which the first call reads with the reader's DuckDB. */
export function openSessions(): Promise<SessionTable> {
  opening ??= readSessions().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function readSessions(): Promise<SessionTable> {
  const database = await openTables(["sessions", "funnel_sessions"]);
  const values = await readValues(database);
  const [stages, sets] = await Promise.all([
    database.query("select stage, reach_flag from funnel_sessions order by position"),
    database.query("select distinct reached_stages from sessions order by reached_stages")
  ]);
  const codes = [...values].map(
    ([name, {length}]) =>
      `cast(coalesce(enum_code(cast("${name}" as "${name}_values")), ${length}) as integer) as "${name}"`
  );
  const table = await database.query(`with sets as (
      select reached_stages, row_number() over (order by reached_stages) - 1 as place
      from (select distinct reached_stages from sessions)
    ),
    first as (select min(started_on) as day from sessions)
    select
      ${codes.map((code) => `${code},`).join("\n")}
      ${measures.map((name) => `coalesce(cast(${name} as double), 0) as ${name},`).join("\n")}
      cast(sessions.user_number as integer) as user_number,
      cast(datediff('day', first.day, sessions.started_on) as integer) as day,
      cast(sets.place as integer) as reached
    from sessions
    cross join first
    inner join sets on sets.reached_stages = sessions.reached_stages
    order by sessions.session_number`);
  const column = <T>(name: string): T => table.getChild(name)?.toArray() as T;
  const [first] = await database.query("select cast(min(started_on) as varchar) as day from sessions");
  return new SessionTable({
    stages: [...stages].map(({stage}) => String(stage)),
    reached: {sets: readSets([...sets], [...stages]), codes: column("reached")},
    dimensions: Object.fromEntries(
      [...values].map(([name, values]): [SessionDimension, DimensionColumn] => [name, {values, codes: column(name)}])
    ),
    days: column("day"),
    firstDay: String(first?.day),
    users: column("user_number"),
    measures: Object.fromEntries(measures.map((name) => [name, column<Float64Array>(name)]))
  });
}

// those of the dimensions that the sessions have, as a type of DuckDB's whose codes are their places
async function readValues(database: DuckDBClient): Promise<Map<SessionDimension, string[]>> {
  const found = new Map<SessionDimension, string[]>();
  for (const name of dimensionNames) {
    const distinct = `select distinct "${name}" as value from sessions where "${name}" is not null order by value`;
    const values = [...(await database.query(distinct))].map(({value}) => String(value));
    if (!values.length) continue;
    await database.query(`create type "${name}_values" as enum (${distinct})`);
    found.set(name, values);
  }
  return found;
}

type Rows = Record<string, unknown>[];

// the places of the stages whose flags add up to a set; flags are powers of two
function readSets(sets: Rows, stages: Rows): number[][] {
  return sets.map(({reached_stages}) =>
    stages.flatMap(({reach_flag}, place) =>
      Math.floor(Number(reached_stages) / Number(reach_flag)) % 2 === 1 ? [place] : []
    )
  );
}
