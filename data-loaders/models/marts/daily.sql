-- one row per day from the first event to the last, days without events included
with recursive activity as (

    select * from core.activity

),

bounds as (

    select min(event_date) as first_date, max(event_date) as last_date, max(last_event_at) as last_event_at from activity

),

days as (

    select first_date as event_date from bounds

    union all

    select cast(days.event_date + interval '1' day as date)
    from days
    cross join bounds
    where days.event_date < bounds.last_date

),

orders as (

    select event_date, count(distinct order_id) as orders from core.purchase_orders group by event_date

),

totals as (

    select
        event_date,
        cast(sum(events) as bigint) as events,
        cast(sum(homes) as bigint) as homes,
        cast(sum(views) as bigint) as views,
        cast(sum(carts) as bigint) as carts,
        cast(sum(checkouts) as bigint) as checkouts,
        cast(sum(purchases) as bigint) as purchases,
        cast(sum(purchases_without_order_id) as bigint) as purchases_without_order_id,
        count(distinct user_id) as users,
        count(distinct case when purchases > 0 then user_id end) as purchasing_users,
        count(distinct session_id) as sessions,
        count(distinct case when purchases > 0 then session_id end) as purchasing_sessions,
        sum(revenue) as revenue,
        max(last_event_at) as last_event_at
    from activity
    group by event_date

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
    coalesce(purchases_without_order_id, 0) + coalesce(orders, 0) as orders,
    coalesce(cast(revenue as double), 0) as revenue,
    cast(purchasing_users as double) / nullif(users, 0) as user_conversion_rate,
    cast(purchasing_sessions as double) / nullif(sessions, 0) as session_conversion_rate,
    -- the last day is unfinished unless its last hour has events
    days.event_date < bounds.last_date or extract(hour from bounds.last_event_at) = 23 as is_complete
from days
cross join bounds
left join totals on totals.event_date = days.event_date
left join orders on orders.event_date = days.event_date
order by days.event_date
