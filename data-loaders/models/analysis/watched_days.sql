-- one row per whole day from the first to the last, days without events included: what happened on it
select
    totals.period_start as event_date,
    totals.events,
    totals.users,
    totals.sessions,
    totals.purchasing_sessions,
    totals.views,
    totals.purchases,
    totals.orders,
    totals.revenue
from core.calendar_totals as totals
cross join core.bounds as bounds
where
    totals.period_kind = 'day'
    and totals.is_complete
    and (totals.period_start > bounds.first_date or bounds.is_first_day_complete)
