-- one row per weekday and hour that has events
with activity as (

    select * from core.activity

),

bounds as (

    select max(last_event_at) as last_event_at from activity

),

orders as (

    select event_day, event_hour, count(distinct order_id) as orders from core.purchase_orders group by event_day, event_hour

),

totals as (

    select
        event_day,
        event_hour,
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
    group by event_day, event_hour

)

select
    totals.event_day,
    totals.event_hour,
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
    purchases_without_order_id + coalesce(orders, 0) as orders,
    coalesce(cast(revenue as double), 0) as revenue,
    cast(purchasing_sessions as double) / nullif(sessions, 0) as session_conversion_rate,
    -- the hour of the last event is unfinished unless its last minute has events
    totals.last_event_at < bounds.last_event_at or extract(minute from bounds.last_event_at) = 59 as is_complete
from totals
cross join bounds
left join orders on orders.event_day = totals.event_day and orders.event_hour = totals.event_hour
order by totals.event_day, totals.event_hour
