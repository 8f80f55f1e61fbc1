-- one row per session that looks like a machine's: far more views than people make, in far less time
with sessions as (

    select
        user_key,
        cast(started_at as date) as event_date,
        events,
        views,
        extract(epoch from ended_at - started_at) / nullif(events - 1, 0) as seconds_per_event
    from core.sessions
    where views > 0

),

-- up to one session in twenty may be a machine's without moving the bound
views_of_people as (

    select percentile_disc(0.95) within group (order by views) as views from sessions

),

-- the pace of those who look around
pace_of_people as (

    select percentile_disc(0.5) within group (order by seconds_per_event) as seconds_per_event from sessions where views >= 3

)

select
    sessions.user_key,
    sessions.event_date,
    sessions.events
from sessions
cross join views_of_people as common
cross join pace_of_people as usual
where
    sessions.views >= 50
    and sessions.views >= 10 * common.views
    and sessions.seconds_per_event <= usual.seconds_per_event / 3
