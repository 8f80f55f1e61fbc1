-- the strongest episode of some tracking metrics, and how many there are; without days where none is judged
with episodes as (

    select
        explanation,
        days,
        p_value,
        started_on,
        ended_on,
        count(*) over () as episodes,
        row_number() over (order by days desc, score desc, episode) as place
    from marts.anomalies
    where metric in ('metrics') and dimension = 'all'

),

watched as (

    -- a day is judged where it is known what to expect of it
    select count(expected) as days from marts.metric_days where metric in ('metrics') and dimension = 'all'

)

select
    watched.days as watched_days,
    bounds.seconds,
    episodes.place is not null as holds,
    episodes.explanation,
    episodes.days,
    episodes.p_value,
    episodes.episodes,
    cast(episodes.started_on as varchar) as started_on,
    cast(episodes.ended_on as varchar) as ended_on,
    episodes.ended_on < bounds.over_before as is_over
from watched
cross join core.bounds as bounds
left join episodes on episodes.place = 1
