-- one row per step of the session funnel: the sessions that passed it, what they brought in, and how many people bought in them
with buying as (

    -- what was returned takes away from it
    select reached_stages, user_key, coalesce(cast(revenue as double), 0) as revenue
    from analysis.placed_sessions
    where purchases > 0

),

passing as (

    select
        metrics.metric,
        sum(reach.sessions) as sessions
    from analysis.metrics as metrics
    cross join analysis.span_reach as reach
    inner join analysis.spans as spans on spans.span = reach.span
    where metrics.kind = 'step'
        and spans.is_everything
        and reach.dimension = 'visitor'
        and (reach.reached_stages & metrics.trial_flag) > 0
        and (reach.reached_stages & metrics.success_flag) > 0
    group by metrics.metric

),

worth as (

    select
        metrics.metric,
        -- in an order, because doubles add up differently in another
        sum(buying.revenue order by buying.revenue) as revenue,
        sum(buying.revenue * buying.revenue order by buying.revenue) as squared_revenue,
        count(distinct buying.user_key) as buyers
    from analysis.metrics as metrics
    inner join buying
        on (buying.reached_stages & metrics.trial_flag) > 0 and (buying.reached_stages & metrics.success_flag) > 0
    where metrics.kind = 'step'
    group by metrics.metric

)

select
    passing.metric,
    cast(passing.sessions as bigint) as sessions,
    coalesce(worth.revenue, 0) as revenue,
    coalesce(worth.squared_revenue, 0) as squared_revenue,
    coalesce(worth.buyers, 0) as buyers
from passing
left join worth on worth.metric = passing.metric
where (select is_present from core.columns where column_name = 'price')
