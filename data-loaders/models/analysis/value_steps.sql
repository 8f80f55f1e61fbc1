-- one row per rate of sessions, dimension and value, over all days: trials and successes, values of too few people as Other; with the two periods as a dimension
with everything as (

    select
        reach.dimension,
        case when rare.value is null then reach.value else 'Other' end as value,
        reach.reached_stages,
        reach.sessions,
        reach.purchasing_sessions
    from analysis.span_reach as reach
    inner join analysis.spans as spans on spans.span = reach.span
    left join analysis.rare_values as rare
        on rare.span = reach.span and rare.dimension = reach.dimension and rare.value = reach.value
    where spans.is_everything

),

periods as (

    select 'current' as value, current_from as first_date, current_to as last_date from analysis.comparison_periods
    union all
    select 'previous', previous_from, previous_to from analysis.comparison_periods

),

-- everybody is new or returning
sessions_of_periods as (

    select 'period' as dimension, periods.value, reach.reached_stages, reach.sessions, reach.purchasing_sessions
    from periods
    inner join analysis.spans as spans
        on spans.first_date = periods.first_date and spans.last_date = periods.last_date and spans.dimension is null
    inner join analysis.span_reach as reach on reach.span = spans.span and reach.dimension = 'visitor'
    where not spans.is_everything

),

valued as (

    select * from everything
    union all
    select * from sessions_of_periods

)

select
    metrics.metric,
    metrics.position,
    metrics.kind,
    metrics.stage_before,
    metrics.stage,
    valued.dimension,
    valued.value,
    cast(sum(case
        when metrics.kind = 'conversion' or (valued.reached_stages & metrics.trial_flag) > 0 then valued.sessions
        else 0
    end) as bigint) as trials,
    cast(sum(case
        when metrics.kind = 'conversion' then valued.purchasing_sessions
        when (valued.reached_stages & metrics.trial_flag) > 0 and (valued.reached_stages & metrics.success_flag) > 0
            then valued.sessions
        else 0
    end) as bigint) as successes
from valued
cross join analysis.metrics as metrics
where metrics.kind <> 'amount'
group by
    metrics.metric,
    metrics.position,
    metrics.kind,
    metrics.stage_before,
    metrics.stage,
    valued.dimension,
    valued.value
