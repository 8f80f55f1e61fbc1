-- one row per day from the first event to the last, days without events included
select
    period_start as event_date,
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
where period_kind = 'day'
order by event_date
