-- one row per user with several activities: what they did in all of them
with totals as (

    select
        repeat_user_number,
        min(first_event_at) as first_event_at,
        max(last_event_at) as last_event_at,
        cast(sum(events) as integer) as events,
        cast(sum(views) as integer) as views,
        cast(sum(carts) as integer) as carts,
        cast(sum(purchases) as integer) as purchases,
        cast(sum(orders) as integer) as orders,
        sum(revenue) as revenue,
        bit_or(reached_stages) as reached_stages,
        max(event_date) filter (where purchases > 0) as last_purchase_on,
        max(user_brands) as brands,
        max(user_categories) as categories,
        max(user_cart_value_left_behind) as cart_value_left_behind,
        cast(sum(priced_events) as integer) as priced_events,
        sum(prices) as prices,
        count(*) filter (where has_session and repeat_session_number is null) as single_sessions
    from core.activity
    where repeat_user_number is not null
    group by repeat_user_number

),

days as (

    select repeat_user_number, count(*) as active_days from core.user_days group by repeat_user_number

),

repeat_sessions as (

    select repeat_user_number, count(distinct repeat_session_number) as sessions
    from core.activity
    where repeat_user_number is not null and repeat_session_number is not null
    group by repeat_user_number

)

select
    totals.repeat_user_number,
    repeat_users.user_id,
    totals.first_event_at,
    totals.last_event_at,
    totals.events,
    totals.views,
    totals.carts,
    totals.purchases,
    totals.orders,
    totals.revenue,
    totals.reached_stages,
    totals.last_purchase_on,
    totals.brands,
    totals.categories,
    totals.cart_value_left_behind,
    totals.priced_events,
    totals.prices,
    totals.single_sessions + coalesce(repeat_sessions.sessions, 0) as sessions,
    days.active_days
from totals
inner join days on days.repeat_user_number = totals.repeat_user_number
inner join core.repeat_users as repeat_users on repeat_users.user_number = totals.repeat_user_number
left join repeat_sessions on repeat_sessions.repeat_user_number = totals.repeat_user_number
