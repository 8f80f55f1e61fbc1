import type {FunnelDefinition} from "./funnel-definition.js";

/**
 * SQL for the events that funnelCounts reads, of the tables that are published: `funnel_events` with what `sessions` says of each one's session, and,
 * all those of a stage as one event, the people who have one stage alone. `condition` is what their sessions have to meet, in SQL; the stages of
 * `funnel_sessions` are theirs. The weights are right for the unit alone.
 */
export function publishedEvents(unit: FunnelDefinition["unit"], condition = "true"): string {
  return `(
    select
        funnel_events.user_number as user_key,
        funnel_events.session_number as session_key,
        funnel_events.second as event_second,
        funnel_events.position,
        cast(1 as bigint) as weight
    from funnel_events
    ${condition === "true" ? "" : `where funnel_events.session_number in (select session_number from sessions where ${condition})`}

    union all

    select
        -stages.position,
        -stages.position,
        0,
        stages.position,
        ${unit === "users" ? "count(distinct sessions.user_number)" : "count(*)"}
    from (select * from sessions where ${condition}) as sessions
    inner join funnel_sessions as stages on stages.reach_flag = sessions.reached_stages
    where sessions.user_number not in (select user_number from funnel_events)
    group by stages.position
)`;
}
