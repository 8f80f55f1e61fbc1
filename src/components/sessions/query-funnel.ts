import {funnelCounts} from "../../shared/funnel/funnel-counts.js";
import type {FunnelDefinition} from "../../shared/funnel/funnel-definition.js";
import {publishedEvents} from "../../shared/funnel/published-events.js";
import {type FunnelStage, rateStages, type StageCount} from "../../shared/funnel/rate-stages.js";
import type {Selection} from "../../shared/selection/selection.js";
import {selectionCondition} from "../../shared/selection/selection-sql.js";
import {openTables} from "./session-database.js";

/** How the funnel of published sessions counts. */
export type SessionFunnel = Omit<FunnelDefinition, "stages" | "isProductHeld">;

/** SQL for the funnel over stages, given by their positions, of the published sessions that a selection leaves, by what the build counts with. */
export function funnelQuery(funnel: SessionFunnel, selection: Selection, stages: readonly number[]): string {
  const events = publishedEvents(funnel.unit, selectionCondition(selection));
  return `${funnelCounts(events, {...funnel, stages, isProductHeld: false})} order by position`;
}

/** The funnel over all stages of the published sessions that a selection leaves, in the reader's DuckDB, which the first call starts. */
export async function queryFunnel(funnel: SessionFunnel, selection: Selection): Promise<FunnelStage[]> {
  const database = await openTables(["sessions", "funnel_events", "funnel_sessions"]);
  const names = new Map<number, string>();
  for (const {stage, position} of await database.query("select stage, position from funnel_sessions")) {
    names.set(Number(position), String(stage));
  }
  const query = funnelQuery(
    funnel,
    selection,
    [...names.keys()].sort((a, b) => a - b)
  );
  const stages = [...(await database.query(query))].map(({position, members, also_previous}): StageCount => ({
    stage: names.get(Number(position)) ?? "",
    position: Number(position),
    members: Number(members),
    also_previous: Number(also_previous)
  }));
  return rateStages(stages);
}
