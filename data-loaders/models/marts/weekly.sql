-- one row per week (Monday to Sunday) from the first event to the last, weeks without events included
select
    period_start as event_week,
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
    user_conversion_rate,
    session_conversion_rate,
    is_complete
from core.calendar_totals
where period_kind = 'week'
order by event_week
