-- one row per month from the first event to the last, months without events included
with recursive bounds as (

    select * from core.bounds

),

totals as (

    select * from core.period_totals where period_kind = 'month'

),

months as (

    select cast(date_trunc('month', first_date) as date) as event_month from bounds

    union all

    select cast(months.event_month + interval '1' month as date)
    from months
    cross join bounds
    where cast(months.event_month + interval '1' month as date) <= bounds.last_date

)

select
    months.event_month,
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
    -- the next month begins after the last finished day
    case when bounds.is_last_day_complete then bounds.last_date + interval '1' day else bounds.last_date end
        >= months.event_month + interval '1' month as is_complete
from months
cross join bounds
left join totals on totals.event_month = months.event_month
order by months.event_month
