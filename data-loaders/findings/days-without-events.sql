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

all_runs as (

    select
        run,
        min(event_date) as started_on,
        max(event_date) as ended_on,
        count(*) as days
    from empty_days
    group by run

),

-- days of the week on which the shop is closed: at least three without events, and half of all but those of longer gaps
closed_weekdays as (

    select extract(dow from days.event_date) as weekday
    from days
    left join all_runs on days.event_date between all_runs.started_on and all_runs.ended_on
    where coalesce(all_runs.days, 0) <= 2
    group by extract(dow from days.event_date)
    having count(*) filter (where days.is_empty) >= 3 and 2 * count(*) filter (where days.is_empty) >= count(*)

),

runs as (

    select
        run,
        started_on,
        ended_on,
        days,
        row_number() over (order by days desc, started_on) as place
    from all_runs
    where
        days > 2
        or extract(dow from started_on) not in (select weekday from closed_weekdays)
        or extract(dow from ended_on) not in (select weekday from closed_weekdays)

)

select
    (select count(*) from days) as days,
    (select coalesce(sum(days), 0) from runs) as empty_days,
    (select count(*) from closed_weekdays) as closed_weekdays,
    (select count(*) from runs) as runs,
    -- by Poisson, at the usual number of people of days with events
    (select count(*) * exp(-avg(users) filter (where not is_empty)) from days) as chance_days,
    runs.days as longest_days,
    cast(runs.started_on as varchar) as started_on,
    cast(runs.ended_on as varchar) as ended_on,
    runs.ended_on < bounds.over_before as is_over
from core.bounds as bounds
left join runs on runs.place = 1
