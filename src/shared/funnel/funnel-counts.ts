import type {FunnelDefinition, FunnelSelection} from "./funnel-definition.js";
import {passageSteps} from "./funnel-passages.js";
import {stageNumbers} from "./stage-numbers.js";

/**
 * A query for how many went through a funnel: one row per stage (`position`), or per `value` and stage of a breakdown, with
 * `members` and `also_previous`, those of them that have the stage before too. Units without a value, for not reaching the
 * stage that supplies it, have a null one. No events give no rows for a breakdown, and zeros otherwise.
 *
 * `events` is SQL for a relation with `user_key`, `session_key` (null for an event of no session), `event_second` (a whole number),
 * `position`, `weight` (how many units one stands for; 1, or more for a unit with a single event), `product_key` where products are held
 * (null for an event of none), and the columns of the selection. The SQL is what DuckDB 0.9 and later understand, so that the
 * build and the reader's browser count the same. Throws for stages that are not ascending positions.
 */
export function funnelCounts(events: string, definition: FunnelDefinition, selection: FunnelSelection = {}): string {
  const {breakdown} = selection;
  return `with ${passageSteps(events, definition, selection)},

${countPassages(breakdown ? "valued" : "reached", definition, breakdown ? "value" : undefined)}`;
}

/**
 * The end of a query, after other common table expressions, that counts passages of a relation (see funnelPassages) by stage, split by a column
 * where one is given. Gives the rows of funnelCounts.
 */
export function countPassages(passages: string, {stages}: Pick<FunnelDefinition, "stages">, value?: string): string {
  const total = (condition: string): string => `coalesce(sum(weight) filter (where ${condition}), 0)`;
  const columns = stages.flatMap((_, i) => [
    `${total(`moment_${i} is not null`)} as members_${i}`,
    `${total(`moment_${i} is not null and ${i ? `moment_${i - 1} is not null` : "false"}`)} as also_previous_${i}`
  ]);
  return `totals as (

    select ${[...(value ? [`${value} as value`] : []), ...columns].join(", ")}
    from ${passages}
    ${value ? `group by ${value}` : ""}

)

select
    ${value ? "value," : ""}
    stages.position,
    cast(case stages.number ${stages.map((_, i) => `when ${i} then members_${i}`).join(" ")} end as bigint) as members,
    cast(case stages.number ${stages.map((_, i) => `when ${i} then also_previous_${i}`).join(" ")} end as bigint) as also_previous
from totals
cross join ${stageNumbers(stages)}`;
}
