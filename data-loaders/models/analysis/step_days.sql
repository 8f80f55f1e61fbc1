-- one row per step of the funnel, watched dimension and value, and whole day: of the sessions that began on it and have the stage before, how many have the stage
with steps as (

    select
        stages.stage,
        before.stage as previous_stage,
        stages.reach_flag,
        before.reach_flag as previous_flag
    from core.stages as stages
    inner join core.stages as before on before.position = stages.position - 1

),

frame as (

    select steps.*, watched.dimension, watched.value, days.event_date
    from steps
    cross join analysis.watched_values as watched
    cross join analysis.watched_days as days

),

counted as (

    select
        steps.stage,
        cells.dimension,
        cells.value,
        cells.event_date,
        sum(cells.sessions) as trials,
        sum(case when (cells.reached_stages & steps.reach_flag) > 0 then cells.sessions else 0 end) as successes
    from analysis.value_cells as cells
    inner join steps on (cells.reached_stages & steps.previous_flag) > 0
    group by steps.stage, cells.dimension, cells.value, cells.event_date

)

select
    frame.previous_stage || '_to_' || frame.stage as metric,
    frame.dimension,
    frame.value,
    frame.event_date,
    cast(coalesce(counted.successes, 0) as bigint) as successes,
    cast(coalesce(counted.trials, 0) as bigint) as trials
from frame
left join counted
    on counted.stage = frame.stage
    and counted.dimension = frame.dimension
    and counted.value is not distinct from frame.value
    and counted.event_date = frame.event_date
