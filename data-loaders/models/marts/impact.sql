-- one row per step of the session funnel, dimension and value: the sessions that it loses against the best value of the dimension, and what they would be worth; counts of too few sessions are missing
with losses as (

    select * from analysis.step_losses

),

metrics as (

    select * from analysis.metrics

),

-- what the shop can mend; people who come from elsewhere, or for the first time, want something else
actionable as (

    select losses.*, dimension in ('device', 'browser') as is_actionable from losses

),

dimension_totals as (

    select
        metric,
        dimension,
        row_number() over (
            partition by metric
            order by sum(recoverable_revenue order by value) desc nulls last, sum(excess_loss order by value) desc, dimension
        ) as place
    from actionable
    where is_actionable
    group by metric, dimension

),

ranked as (

    select
        actionable.*,
        metrics.stage_before,
        metrics.stage,
        metrics.position as step_position,
        -- within a step, the values of one dimension and those of another are the same sessions
        dimension_totals.place = 1 and excess_loss > 0 as counts_in_total,
        row_number() over (
            order by
                is_actionable desc, recoverable_revenue desc nulls last, excess_loss desc, metrics.position,
                actionable.dimension, value
        ) as position
    from actionable
    inner join metrics on metrics.metric = actionable.metric
    left join dimension_totals
        on dimension_totals.metric = actionable.metric and dimension_totals.dimension = actionable.dimension

),

hidden as (

    select
        ranked.*,
        trials between 1 and minimum_group_size - 1 as is_hidden
    from ranked
    cross join settings.thresholds as thresholds

)

select
    metric,
    stage_before,
    stage,
    dimension,
    value,
    case when not is_hidden then trials end as sessions,
    case when not is_hidden then trials - successes end as lost_sessions,
    case when not is_hidden then cast(successes as double) / nullif(trials, 0) end as conversion,
    case when not is_hidden then design_effect end as design_effect,
    benchmark_value,
    cast(benchmark_successes as double) / benchmark_trials as benchmark_conversion,
    benchmark_low,
    p_value,
    corrected_p_value,
    verdict,
    excess_loss,
    excess_loss_low,
    excess_loss_high,
    value_per_session,
    recoverable_revenue,
    recoverable_low,
    recoverable_high,
    is_actionable,
    coalesce(counts_in_total, false) as counts_in_total,
    cast(position as integer) as position
from hidden
order by position
