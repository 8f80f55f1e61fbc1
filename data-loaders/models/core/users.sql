-- one row per user: what they did, what they spent, and the rule segment they fall into
with activity as (

    select * from core.activity

),

orders as (

    select user_id, count(distinct order_id) as orders from core.purchase_orders group by user_id

),

totals as (

    select
        user_id,
        min(first_event_at) as first_event_at,
        max(last_event_at) as last_event_at,
        cast(sum(events) as bigint) as events,
        cast(sum(views) as bigint) as views,
        cast(sum(carts) as bigint) as carts,
        cast(sum(purchases) as bigint) as purchases,
        cast(sum(purchases_without_order_id) as bigint) as purchases_without_order_id,
        count(*) as activities,
        count(session_id) as sessions,
        sum(revenue) as revenue,
        bit_or(reached_stages) as reached_stages
    from activity
    group by user_id

),

-- most people come once; only the others need their sessions and days told apart
comebacks as (

    select
        activity.user_id,
        count(distinct activity.session_id) as sessions,
        count(distinct activity.event_date) as active_days
    from activity
    inner join totals on totals.user_id = activity.user_id and totals.activities > 1
    group by activity.user_id

),

with_orders as (

    select
        totals.user_id,
        totals.first_event_at,
        totals.last_event_at,
        totals.events,
        totals.views,
        totals.carts,
        totals.purchases,
        totals.purchases_without_order_id,
        totals.revenue,
        totals.reached_stages,
        coalesce(comebacks.sessions, totals.sessions) as sessions,
        coalesce(comebacks.active_days, 1) as active_days,
        purchases_without_order_id + coalesce(orders.orders, 0) as orders
    from totals
    left join comebacks on comebacks.user_id = totals.user_id
    left join orders on orders.user_id = totals.user_id

)

select
    with_orders.*,
    case
        when orders >= 2 then 'loyal_multi_buyer'
        when orders = 1 then 'single_purchase_buyer'
        when carts > 0 then 'cart_abandoner'
        else 'view_only'
    end as rule_segment
from with_orders
