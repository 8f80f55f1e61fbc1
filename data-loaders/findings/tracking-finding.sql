-- the strongest episode of some tracking metrics, and how many there are; no row where they are not watched
with episodes as (

    select
        explanation,
        days,
        p_value,
        count(*) over () as episodes,
        row_number() over (order by days desc, score desc, episode) as place
    from marts.anomalies
    where metric in ('metrics') and dimension = 'all'

),

watched as (

    select count(*) as days from marts.metric_days where metric in ('metrics') and dimension = 'all'

)

select
    episodes.place is not null as holds,
    episodes.explanation,
    episodes.days,
    episodes.p_value,
    episodes.episodes
from watched
left join episodes on episodes.place = 1
where watched.days > 0
