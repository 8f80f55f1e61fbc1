-- one row per change, dimension and value: what the metric is made of before and after (a rate of trials and successes; an amount, how many things it is the amount of, and the squares of the amounts of single sessions, added up), values of too few people as Other
with changes as (

    select * from analysis.changes

),

sides as (

    select changes.change_id, 'before' as side, spans.span
    from changes
    inner join analysis.spans as spans
        on spans.first_date = changes.before_from
        and spans.last_date = changes.before_to
        and spans.dimension is not distinct from changes.dimension
        and spans.value is not distinct from changes.value
    where not spans.is_everything

    union all

    select changes.change_id, 'after', spans.span
    from changes
    inner join analysis.spans as spans
        on spans.first_date = changes.after_from
        and spans.last_date = changes.after_to
        and spans.dimension is not distinct from changes.dimension
        and spans.value is not distinct from changes.value
    where not spans.is_everything

),

rare as (

    select distinct sides.change_id, rare_values.dimension, rare_values.value
    from sides
    inner join analysis.rare_values as rare_values on rare_values.span = sides.span

),

-- what a metric counts in the sessions of one set of stages
counted as (

    select
        sides.change_id,
        sides.side,
        reach.dimension,
        case when rare.value is null then reach.value else 'Other' end as value,
        case
            when metrics.kind = 'conversion' or (reach.reached_stages & metrics.trial_flag) > 0 then reach.sessions
            else 0
        end as trials,
        case metrics.kind
            when 'conversion' then reach.purchasing_sessions
            when 'step' then case
                when (reach.reached_stages & metrics.trial_flag) > 0 and (reach.reached_stages & metrics.success_flag) > 0
                    then reach.sessions
                else 0
            end
            else case metrics.metric
                when 'sessions' then reach.sessions
                when 'views' then reach.views
                when 'orders' then reach.orders
                else coalesce(reach.revenue, 0)
            end
        end as amount,
        case when metrics.metric in ('sessions', 'views') then reach.sessions else reach.orders end as things,
        case metrics.metric
            when 'sessions' then reach.sessions
            when 'views' then reach.squared_views
            when 'orders' then reach.squared_orders
            when 'revenue' then coalesce(reach.squared_revenue, 0)
            else 0
        end as squares
    from sides
    inner join changes on changes.change_id = sides.change_id
    inner join analysis.metrics as metrics on metrics.metric = changes.metric
    inner join analysis.span_reach as reach on reach.span = sides.span
    left join rare
        on rare.change_id = sides.change_id and rare.dimension = reach.dimension and rare.value = reach.value
    -- segments are made of what people bought: they cannot explain it
    where reach.dimension <> 'segment' and reach.dimension is distinct from changes.dimension

)

select
    change_id,
    dimension,
    value,
    cast(coalesce(sum(trials) filter (where side = 'before'), 0) as bigint) as trials_before,
    cast(coalesce(sum(amount) filter (where side = 'before'), 0) as double) as amount_before,
    cast(coalesce(sum(things) filter (where side = 'before'), 0) as bigint) as things_before,
    cast(coalesce(sum(squares) filter (where side = 'before'), 0) as double) as squares_before,
    cast(coalesce(sum(trials) filter (where side = 'after'), 0) as bigint) as trials_after,
    cast(coalesce(sum(amount) filter (where side = 'after'), 0) as double) as amount_after,
    cast(coalesce(sum(things) filter (where side = 'after'), 0) as bigint) as things_after,
    cast(coalesce(sum(squares) filter (where side = 'after'), 0) as double) as squares_after
from counted
group by change_id, dimension, value
