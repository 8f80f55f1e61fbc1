-- one row per day from the first event to the last, days without events included
with recursive bounds as (

    select * from core.bounds

),

totals as (

    select * from core.period_totals where period_kind = 'day'

),

days as (

    select first_date as event_date from bounds

    union all

    select cast(days.event_date + interval '1' day as date)
    from days
    cross join bounds
    where days.event_date < bounds.last_date

)

select
    days.event_date,
    coalesce(events, 0) as events,
    coalesce(homes, 0) as homes,
    coalesce(views, 0) as views,
    coalesce(carts, 0) as carts,
    coalesce(checkouts, 0) as checkouts,
    coalesce(purchases, 0) as purchases,
    coalesce(users, 0) as users,
    coalesce(purchasing_users, 0) as purchasing_users,
    coalesce(sessions, 0) as sessions,
    coalesce(purchasing_sessions, 0) as purchasing_sessions,
    coalesce(orders, 0) as orders,
    coalesce(revenue, 0) as revenue,
    cast(purchasing_users as double) / nullif(users, 0) as user_conversion_rate,
    cast(purchasing_sessions as double) / nullif(sessions, 0) as session_conversion_rate,
    days.event_date < bounds.last_date or bounds.is_last_day_complete as is_complete
from days
cross join bounds
left join totals on totals.event_date = days.event_date
order by days.event_date
