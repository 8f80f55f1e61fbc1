-- one row per month from the first event to the last, months without events included
select
    period_start as event_month,
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
where period_kind = 'month'
order by event_month
