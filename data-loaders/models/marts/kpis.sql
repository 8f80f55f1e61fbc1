-- one row per report: the key figures
with users as (

    select * from core.users

),

sessions as (

    select * from core.sessions

),

has_price as (

    select is_present as has_price from core.columns where column_name = 'price'

),

user_totals as (

    select
        count(*) as users,
        cast(sum(events) as bigint) as events,
        cast(sum(views) as bigint) as views,
        cast(sum(carts) as bigint) as carts,
        cast(sum(purchases) as bigint) as purchases,
        cast(sum(orders) as bigint) as orders,
        sum(revenue) as revenue,
        min(first_event_at) as first_event_at,
        max(last_event_at) as last_event_at,
        count(*) filter (where views > 0) as viewing_users,
        count(*) filter (where carts > 0) as carting_users,
        count(*) filter (where purchases > 0) as purchasing_users,
        count(*) filter (where purchases > 0 and carts = 0) as purchasing_users_without_cart
    from users

),

session_totals as (

    select
        count(*) as sessions,
        count(*) filter (where purchases > 0) as purchasing_sessions
    from sessions

)

select
    events,
    users,
    sessions,
    views,
    carts,
    purchases,
    orders,
    case when has_price then coalesce(cast(revenue as double), 0) end as revenue,
    cast(revenue as double) / nullif(orders, 0) as average_order_value,
    cast(purchasing_users as double) / nullif(users, 0) as user_conversion_rate,
    cast(purchasing_sessions as double) / nullif(sessions, 0) as session_conversion_rate,
    cast(carting_users as double) / nullif(viewing_users, 0) as view_to_cart_rate,
    cast(purchasing_users as double) / nullif(carting_users, 0) as cart_to_purchase_rate,
    cast(purchasing_users as double) / nullif(viewing_users, 0) as overall_conversion_rate,
    cast(purchases as double) / nullif(carts, 0) as cart_to_purchase_event_rate,
    viewing_users,
    carting_users,
    purchasing_users,
    purchasing_users_without_cart,
    first_event_at,
    last_event_at
from user_totals
cross join has_price
cross join session_totals
order by first_event_at
