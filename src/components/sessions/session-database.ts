import {FileAttachment} from "observablehq:stdlib";
import type {DuckDBClient} from "npm:@observablehq/duckdb";
import {funnelCounts} from "../../shared/funnel/funnel-counts.js";
import type {FunnelDefinition} from "../../shared/funnel/funnel-definition.js";
import {publishedEvents} from "../../shared/funnel/published-events.js";
import {type FunnelStage, rateStages, type StageCount} from "../../shared/funnel/rate-stages.js";

/** A filter on sessions: a column of the table `sessions`, and the value it has to have. */
export interface SessionFilter {
  dimension: string;
  value: string;
}

let opening: Promise<DuckDBClient> | undefined;

/**
 * The funnel over all stages of the published sessions, or of those that a filter leaves, by what the build counts with, in the
 * reader's DuckDB, which the first call starts.
 */
export async function queryFunnel(
  definition: Omit<FunnelDefinition, "stages" | "isProductHeld">,
  filter?: SessionFilter
): Promise<FunnelStage[]> {
  const database = await openDatabase();
  const names = new Map<number, string>();
  for (const {stage, position} of await database.query("select stage, position from funnel_sessions")) {
    names.set(Number(position), String(stage));
  }
  const counts = funnelCounts(
    publishedEvents(definition.unit, filter ? [filter.dimension] : []),
    {...definition, stages: [...names.keys()].sort((a, b) => a - b), isProductHeld: false},
    filter ? {filter: {[filter.dimension]: filter.value}} : {}
  );
  const stages = [...(await database.query(`${counts} order by position`))].map(
    ({position, members, also_previous}): StageCount => ({
      stage: names.get(Number(position)) ?? "",
      position: Number(position),
      members: Number(members),
      also_previous: Number(also_previous)
    })
  );
  return rateStages(stages);
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
  const addresses = {
    sessions: await FileAttachment("../../data/snapshots/sessions.parquet").url(),
    funnel_events: await FileAttachment("../../data/snapshots/funnel_events.parquet").url(),
    funnel_sessions: await FileAttachment("../../data/snapshots/funnel_sessions.parquet").url()
  };
  for (const [table, address] of Object.entries(addresses)) {
    const file = new URL(address, location.href).href;
    await database.query(`create table ${table} as select * from parquet_scan('${file}')`);
  }
  return database;
}
