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

-- an order's value varies with its buyer, and buyers, not orders, come independently: of a ratio of two sums over buyers
buyers as (

    select
        case when has_price then coalesce(cast(revenue as double), 0) end as revenue,
        orders
    from users
    cross join has_price
    where purchases > 0

),

means as (

    select
        count(*) as buyers,
        sum(orders) as orders,
        -- in an order, because doubles add up differently in another
        sum(revenue order by revenue) / nullif(sum(orders), 0) as order_value,
        sum(revenue order by revenue) / nullif(count(*), 0) as buyer_revenue
    from buyers

),

spreads as (

    select
        sum(squared_order_rest order by squared_order_rest) as order_squares,
        sum(squared_buyer_rest order by squared_buyer_rest) as buyer_squares
    from (
        select
            (revenue - order_value * buyers.orders) * (revenue - order_value * buyers.orders) as squared_order_rest,
            (revenue - buyer_revenue) * (revenue - buyer_revenue) as squared_buyer_rest
        from buyers
        cross join means
    ) as squares

),

intervals as (

    select
        buyer_revenue,
        1.959963984540054 * sqrt(order_squares * buyers / nullif(buyers - 1, 0)) / nullif(orders, 0) as order_half_width,
        1.959963984540054 * sqrt(buyer_squares / nullif(buyers - 1, 0) / nullif(buyers, 0)) as buyer_half_width,
        buyers >= minimum_trials as has_enough_buyers
    from means
    cross join spreads
    cross join settings.thresholds as thresholds

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
    case when has_enough_buyers then cast(revenue as double) / nullif(orders, 0) - order_half_width end as average_order_value_low,
    case when has_enough_buyers then cast(revenue as double) / nullif(orders, 0) + order_half_width end as average_order_value_high,
    buyer_revenue as revenue_per_buyer,
    case when has_enough_buyers then buyer_revenue - buyer_half_width end as revenue_per_buyer_low,
    case when has_enough_buyers then buyer_revenue + buyer_half_width end as revenue_per_buyer_high,
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
cross join intervals
cross join session_totals
order by first_event_at
