-- the largest rush of visits that brought fewer orders a visit than usual, and who came in it
with rushes as (

    select
        episode,
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

sources as (

    select
        cast(split_part(change_id, ' ', 2) as integer) as episode,
        dimension,
        value,
        row_number() over (partition by change_id order by position) as place
    from marts.drivers
    where
        change_id like 'episode % sessions'
        and filter_dimension is null
        and dimension in ('campaign', 'source')
        and share_of_change > 0.5
        and value not in ('Unknown', 'Other')

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
    left join sources on sources.episode = rushes.episode and sources.place = 1

),

watched as (

    select count(*) as days from marts.metric_days where metric = 'sessions' and dimension = 'all' and expected is not null

)

select
    judged.*,
    kpis.average_order_value
from watched
cross join marts.kpis as kpis
left join judged on judged.place = 1
where watched.days > 0
