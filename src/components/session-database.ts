import {FileAttachment} from "observablehq:stdlib";
import type {DuckDBClient} from "npm:@observablehq/duckdb";
import type {FunnelStage} from "./funnel-chart.js";

/** A filter on sessions: a column of the table `sessions`, and the value it has to have. */
export interface SessionFilter {
  dimension: string;
  value: string;
}

let opening: Promise<DuckDBClient> | undefined;

/**
 * The funnel of the sessions that a filter leaves, by users and by sessions. It runs the models that the build runs, on the
 * published sessions, in the reader's DuckDB, which the first call starts.
 */
export async function queryFunnel(filter: SessionFilter): Promise<{unit: string; stages: FunnelStage[]}[]> {
  const database = await openDatabase();
  await database.query(`create or replace view core.sessions as
    select user_number, reached_stages from sessions where "${filter.dimension}" = '${filter.value.replaceAll("'", "''")}'`);
  await database.query(
    `create or replace table core.stage_reach as ${await FileAttachment("../data/models/stage_reach.sql").text()}`
  );
  const rows = [
    ...(await database.query(
      `select * from (${await FileAttachment("../data/models/funnel_steps.sql").text()}) order by unit, position`
    ))
  ];
  return ["users", "sessions"].map((unit) => ({
    unit,
    stages: rows.filter((row) => row.unit === unit).map((row) => ({...row}) as unknown as FunnelStage)
  }));
}

function createTable(database: DuckDBClient, name: string, url: string): Promise<unknown> {
  return database.query(`create table ${name} as select * from parquet_scan('${new URL(url, location.href).href}')`);
}

function openDatabase(): Promise<DuckDBClient> {
  opening ??= startDatabase().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function startDatabase(): Promise<DuckDBClient> {
  const {DuckDBClient} = await import("npm:@observablehq/duckdb");
  const database = await DuckDBClient.of();
  // by address: a file given as it is would make Framework load another Parquet reader
  await createTable(database, "sessions", await FileAttachment("../data/snapshots/sessions.parquet").url());
  await createTable(
    database,
    "funnel_sessions",
    await FileAttachment("../data/snapshots/funnel_sessions.parquet").url()
  );
  await database.query("create schema core");
  await database.query(`create table core.stages as
    select stage, position, reach_flag from funnel_sessions`);
  await database.query("create view core.sessions as select user_number, reached_stages from sessions");
  await database.query(`create view core.users as
    select user_number, bit_or(reached_stages) as reached_stages from core.sessions group by user_number`);
  return database;
}
