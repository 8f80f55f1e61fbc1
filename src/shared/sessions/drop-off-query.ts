import {isEverybody, type Selection} from "../selection/selection.js";
import {selectionCondition} from "../selection/selection-sql.js";
import type {SessionDimension} from "../selection/session-dimensions.js";

/** Between which two stages sessions are lost. */
export interface FunnelStep {
  stage: string;
  next: string;
}

/**
 * SQL on the published tables for how many sessions reached a stage and not the next, by the values of dimensions and by day; each dimension counts
 * what the selection leaves without its own choice.
 */
export function dropOffQuery(
  {stage, next}: FunnelStep,
  selection: Selection,
  dimensions: readonly SessionDimension[]
): string {
  if (isEverybody(selection)) {
    return `select dimension, value, sessions, lost_sessions
from session_counts
where stage = ${quoted(stage)}
order by dimension, value_position`;
  }
  const parts = [...dimensions, "started_on" as const].map((name) => {
    const others =
      name === "started_on" ? {values: selection.values} : {...selection, values: {...selection.values, [name]: []}};
    return `select '${name}' as dimension, cast("${name}" as varchar) as value, reached_stages from sessions where ${selectionCondition(others)}`;
  });
  return `with flags as (
    select max(reach_flag) filter (where stage = ${quoted(stage)}) as stage, max(reach_flag) filter (where stage = ${quoted(next)}) as next
    from funnel_sessions
),
chosen as (
    ${parts.join("\n    union all\n    ")}
)
select dimension, value, count(*) as sessions, count(*) filter (where (reached_stages & next) = 0) as lost_sessions
from chosen, flags
where (reached_stages & stage) > 0
group by dimension, value
order by dimension, sessions desc, value`;
}

/** SQL for the sessions that a selection leaves and that reached a stage and not the next, those that left most in their carts first. */
export function lostSessionsQuery({stage, next}: FunnelStep, selection: Selection): string {
  return `select sessions.*
from sessions, funnel_sessions as stage, funnel_sessions as next
where stage.stage = ${quoted(stage)} and next.stage = ${quoted(next)}
    and (reached_stages & stage.reach_flag) > 0 and (reached_stages & next.reach_flag) = 0
    and ${selectionCondition(selection)}
order by cart_value desc, session_number
limit 1000`;
}

/** SQL for the brands of what these sessions left in their carts. */
export function leftBrandsQuery({stage, next}: FunnelStep, selection: Selection): string {
  return `select brand, count(distinct session_carts.session_number) as sessions, sum(products) as products, sum(value) as value
from session_carts
inner join sessions on sessions.session_number = session_carts.session_number
inner join funnel_sessions as stage on stage.stage = ${quoted(stage)} and (reached_stages & stage.reach_flag) > 0
inner join funnel_sessions as next on next.stage = ${quoted(next)} and (reached_stages & next.reach_flag) = 0
where ${selectionCondition(selection)}
group by brand
order by value desc, brand`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
