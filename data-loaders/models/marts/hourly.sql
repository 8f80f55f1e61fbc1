-- one row per weekday and hour that has events
with bounds as (

    select * from core.bounds

),

totals as (

    select * from core.period_totals where period_kind = 'weekday and hour'

)

select
    event_day,
    event_hour,
    events,
    homes,
    views,
    carts,
    checkouts,
    purchases,
    users,
    purchasing_users,
    sessions,
    purchasing_sessions,
    orders,
    revenue,
    cast(purchasing_sessions as double) / nullif(sessions, 0) as session_conversion_rate,
    -- the hour of the last event is unfinished unless its last minute has events
    totals.last_event_at < bounds.last_event_at or extract(minute from bounds.last_event_at) = 59 as is_complete
from totals
cross join bounds
order by event_day, event_hour
