import type {FunnelDefinition, FunnelSelection} from "./funnel-definition.js";
import {passageSteps} from "./funnel-passages.js";
import {stageNumbers} from "./stage-numbers.js";

/**
 * A query for how long units took from stage to stage: one row per stage but the first that some reached from the one before
 * (`position`), with `members`, the quartiles `lower_quartile`, `median` and `upper_quartile` of their seconds, and `up_to_<n>`, how many took at
 * most so many seconds, for each of `limits`. In any order, those who were at the later stage first count as zero seconds. See funnelCounts.
 */
export function funnelTimes(
  events: string,
  definition: FunnelDefinition,
  {limits, filter}: Pick<FunnelSelection, "filter"> & {limits: readonly number[]}
): string {
  return `with ${passageSteps(events, definition, {filter: filter ?? {}})},

${timePassages("reached", definition, limits)}`;
}

/** The end of a query, after other common table expressions, that gives the rows of funnelTimes for a relation of passages. */
export function timePassages(
  passages: string,
  {stages}: Pick<FunnelDefinition, "stages">,
  limits: readonly number[]
): string {
  const later = stages.map((_, i) => i).slice(1);
  const seconds = later.map((i) => `when ${i} then ${secondOf(`moment_${i}`)} - ${secondOf(`moment_${i - 1}`)}`);
  const quartile = (share: number): string => `percentile_cont(${share}) within group (order by seconds)`;
  return `passed as (

    select stages.position, greatest(0, cast(case stages.number ${seconds.join(" ")} end as double)) as seconds
    from ${passages}
    cross join ${stageNumbers(stages)}
    where case stages.number ${later.map((i) => `when ${i} then moment_${i} is not null and moment_${i - 1} is not null`).join(" ")} else false end

)

select
    position,
    count(*) as members,
    ${quartile(0.25)} as lower_quartile,
    ${quartile(0.5)} as median,
    ${quartile(0.75)} as upper_quartile${limits.map((limit) => `,\n    count(*) filter (where seconds <= ${limit}) as up_to_${limit}`).join("")}
from passed
group by position`;
}

function secondOf(moment: string): string {
  return `(${moment} - ${moment} % 64) / 64`;
}
