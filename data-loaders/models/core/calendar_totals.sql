-- one row per day, week (Monday to Sunday) and month from the first event to the last (period_kind says which), those without events included
with recursive bounds as (

    select
        first_date,
        last_date,
        case when is_last_day_complete then last_date + interval '1' day else last_date end as first_unfinished_date
    from core.bounds

),

days as (

    select first_date as event_date from bounds

    union all

    select cast(days.event_date + interval '1' day as date)
    from days
    cross join bounds
    where days.event_date < bounds.last_date

),

periods as (

    select 'day' as period_kind, event_date as period_start, event_date + interval '1' day as next_start
    from days

    union all

    select distinct 'week', cast(date_trunc('week', event_date) as date), date_trunc('week', event_date) + interval '7' day
    from days

    union all

    select distinct
        'month', cast(date_trunc('month', event_date) as date), date_trunc('month', event_date) + interval '1' month
    from days

)

select
    periods.period_kind,
    periods.period_start,
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
    periods.next_start <= bounds.first_unfinished_date as is_complete
from periods
cross join bounds
left join core.period_totals as totals
    on totals.period_kind = periods.period_kind
    and totals.period_start = periods.period_start
