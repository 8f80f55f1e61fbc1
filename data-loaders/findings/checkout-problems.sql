-- the device or browser on which most is lost at the last step of the funnel: in an episode where there was one, else over the whole time
with last_stages as (

    select
        max(stage) filter (where place = 1) as stage,
        max(stage) filter (where place = 2) as stage_before
    from (select stage, row_number() over (order by position desc) as place from marts.funnel_sessions) as placed

),

-- a device or browser to which a rush of visits came, and on which no fewer orders were made than usual: who came wanted something else
rushes as (

    select
        incident,
        dimension,
        value
    from marts.anomalies
    where metric in ('sessions', 'orders') and dimension in ('device', 'browser')
    group by incident, dimension, value
    having
        count(*) filter (where metric = 'sessions' and observed > expected) > 0
        and count(*) filter (where metric = 'orders' and observed < expected) = 0

),

-- the one of each incident that is farthest from what is usual: what contains the cause, as a device contains a browser, is diluted
episodes as (

    select
        anomalies.*,
        row_number() over (partition by anomalies.incident order by abs(anomalies.score) desc, anomalies.episode) as place
    from marts.anomalies as anomalies
    inner join last_stages on anomalies.metric = last_stages.stage_before || '_to_' || last_stages.stage
    left join rushes
        on rushes.incident = anomalies.incident
        and rushes.dimension = anomalies.dimension
        and rushes.value = anomalies.value
    where
        anomalies.dimension in ('device', 'browser')
        and anomalies.observed < anomalies.expected
        and rushes.incident is null

),

candidates as (

    select
        dimension,
        value,
        cast(started_on as varchar) as started_on,
        cast(ended_on as varchar) as ended_on,
        expected,
        observed,
        cast(trials as double) as trials,
        ended_on < bounds.over_before as is_over,
        1 as preference
    from episodes
    cross join core.bounds as bounds
    where place = 1

    union all

    select
        impact.dimension,
        impact.value,
        null,
        null,
        impact.benchmark_low,
        impact.conversion,
        cast(impact.sessions as double),
        false,
        2
    from marts.impact as impact
    inner join last_stages on impact.stage = last_stages.stage
    where
        impact.dimension in ('device', 'browser')
        and impact.verdict = 'loss'
        and not exists (
            select 1 from rushes where rushes.dimension = impact.dimension and rushes.value = impact.value
        )

),

worst as (

    select
        candidates.*,
        count(*) over () as problems,
        row_number() over (order by preference, (expected - observed) * trials desc, dimension, value) as place
    from candidates

),

-- how much of it is watched
watched as (

    select sum(trials) as trials
    from marts.comparisons as comparisons
    inner join last_stages on comparisons.metric = last_stages.stage_before || '_to_' || last_stages.stage
    where comparisons.dimension in ('device', 'browser')

)

select
    case when worst.place is not null then true when watched.trials >= thresholds.minimum_trials then false end as holds,
    worst.dimension,
    worst.value,
    worst.started_on,
    worst.ended_on,
    worst.expected,
    worst.observed,
    worst.trials,
    worst.is_over,
    worst.problems,
    last_stages.stage_before,
    last_stages.stage,
    kpis.average_order_value,
    kpis.average_order_value_low,
    kpis.average_order_value_high
from watched
cross join last_stages
cross join marts.kpis as kpis
cross join settings.thresholds as thresholds
left join worst on worst.place = 1
where watched.trials > 0
