-- the largest rush of visits that brought fewer orders a visit than usual, and who came in it
with rushes as (

    select
        episode,
        incident,
        cast(started_on as varchar) as started_on,
        cast(ended_on as varchar) as ended_on,
        started_on as first_day,
        ended_on as last_day,
        expected as expected_sessions,
        observed as sessions
    from marts.anomalies
    where metric = 'sessions' and dimension = 'all' and observed > 1.2 * expected

),

conversions as (

    select
        rushes.episode,
        sum(days.trials) as trials,
        sum(round(days.observed * days.trials)) as successes,
        sum(days.expected * days.trials order by days.event_date) / nullif(sum(days.trials), 0) as expected
    from rushes
    inner join marts.metric_days as days
        on days.metric = 'session_conversion'
        and days.dimension = 'all'
        and days.event_date between rushes.first_day and rushes.last_day
    group by rushes.episode

),

-- what explains the visits of all, by the main episode of the same incident
sources as (

    select
        anomalies.incident,
        drivers.dimension,
        drivers.value,
        row_number() over (partition by anomalies.incident order by drivers.share_of_change desc, drivers.dimension, drivers.value) as place
    from marts.drivers as drivers
    inner join marts.anomalies as anomalies
        on drivers.change_id in (
            'episode ' || cast(anomalies.episode as varchar) || ' sessions',
            'episode ' || cast(anomalies.episode as varchar) || ' among all sessions'
        )
    where
        drivers.filter_dimension is null
        and drivers.dimension in ('campaign', 'source')
        and drivers.is_main
        and drivers.share_of_change > 0.5
        and drivers.value not in ('Unknown', 'Other')

),

judged as (

    select
        rushes.*,
        conversions.trials,
        conversions.successes,
        conversions.expected,
        sources.dimension,
        sources.value,
        row_number() over (order by conversions.expected * conversions.trials - conversions.successes desc, rushes.episode) as place
    from rushes
    inner join conversions on conversions.episode = rushes.episode
    left join sources on sources.incident = rushes.incident and sources.place = 1

),

watched as (

    select count(*) as days from marts.metric_days where metric = 'sessions' and dimension = 'all' and expected is not null

)

select
    judged.*,
    judged.last_day < bounds.over_before as is_over,
    kpis.average_order_value,
    kpis.average_order_value_low,
    kpis.average_order_value_high
from watched
cross join marts.kpis as kpis
cross join core.bounds as bounds
left join judged on judged.place = 1
where watched.days > 0
