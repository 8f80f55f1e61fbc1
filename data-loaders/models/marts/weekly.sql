-- one row per week (Monday to Sunday) from the first event to the last, weeks without events included
with recursive bounds as (

    select * from core.bounds

),

totals as (

    select * from core.period_totals where period_kind = 'week'

),

weeks as (

    select cast(date_trunc('week', first_date) as date) as event_week from bounds

    union all

    select cast(weeks.event_week + interval '7' day as date)
    from weeks
    cross join bounds
    where cast(weeks.event_week + interval '7' day as date) <= bounds.last_date

)

select
    weeks.event_week,
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
    -- the next week begins after the last finished day
    case when bounds.is_last_day_complete then bounds.last_date + interval '1' day else bounds.last_date end
        >= weeks.event_week + interval '7' day as is_complete
from weeks
cross join bounds
left join totals on totals.event_week = weeks.event_week
order by weeks.event_week
