-- days between the first event and the last without any: a fact that needs no test, unless so few come a day that it is chance
with days as (

    select
        event_date,
        users,
        events = 0 as is_empty
    from marts.daily

),

empty_days as (

    select
        event_date,
        -- the same for days that follow each other
        event_date - cast(row_number() over (order by event_date) as integer) as run
    from days
    where is_empty

),

runs as (

    select
        min(event_date) as started_on,
        max(event_date) as ended_on,
        count(*) as days,
        row_number() over (order by count(*) desc, min(event_date)) as place
    from empty_days
    group by run

)

select
    (select count(*) from days) as days,
    (select count(*) from empty_days) as empty_days,
    (select count(*) from runs) as runs,
    -- by Poisson, at the usual number of people of days with events
    (select count(*) * exp(-avg(users) filter (where not is_empty)) from days) as chance_days,
    runs.days as longest_days,
    cast(runs.started_on as varchar) as started_on,
    cast(runs.ended_on as varchar) as ended_on,
    runs.ended_on < cast(kpis.last_event_at as date) - interval '7' day as is_over
from marts.kpis as kpis
left join runs on runs.place = 1
