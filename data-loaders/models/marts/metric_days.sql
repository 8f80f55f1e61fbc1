-- one row per metric, dimension, value (missing for all) and whole day: what was observed, and what was to be expected
with days as (

    select * from analysis.metric_days

),

thresholds as (

    select minimum_group_size from settings.thresholds

),

expected_days as (

    select
        metric,
        dimension,
        value,
        cast(event_date as date) as event_date,
        expected,
        low,
        high,
        is_anomalous
    from analysis.expected_days

),

judged as (

    select
        days.*,
        expected_days.expected,
        expected_days.low,
        expected_days.high,
        coalesce(expected_days.is_anomalous, false) as is_anomalous,
        -- nobody is nobody's secret
        days.people between 1 and thresholds.minimum_group_size - 1
            or (days.kind = 'business' and coalesce(days.trials, 0) between 1 and thresholds.minimum_group_size - 1) as is_hidden
    from days
    cross join thresholds
    left join expected_days
        on expected_days.metric = days.metric
        and expected_days.dimension = days.dimension
        and expected_days.value is not distinct from days.value
        and expected_days.event_date = days.event_date

)

select
    metric,
    kind,
    dimension,
    value,
    event_date,
    case when not is_hidden then observed end as observed,
    case when not is_hidden then trials end as trials,
    expected,
    low,
    high,
    is_anomalous
from judged
order by metric, dimension, value, event_date
