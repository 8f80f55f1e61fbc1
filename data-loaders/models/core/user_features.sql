-- one row per user: the features that segments are learned from, in their own units and on the scale on which people are compared
-- view
with bounds as (

    select * from core.bounds

),

threshold as (

    select * from core.high_value

),

features as (

    select
        users.user_id,
        users.first_event_at,
        users.last_event_at,
        users.last_purchase_on,
        users.rule_segment,
        users.purchases > 0
            and coalesce(cast(users.revenue as double) >= threshold.high_value_revenue, false) as is_high_value,
        users.events,
        users.purchases,
        users.views,
        users.carts,
        users.orders,
        coalesce(users.revenue, 0) as revenue,
        users.sessions,
        users.active_days,
        -- whole days, from the last and from the first event to the last day of the data
        bounds.last_date - cast(users.last_event_at as date) as recency_days,
        bounds.last_date - cast(users.first_event_at as date) as tenure_days,
        users.brands,
        users.categories,
        -- of what was viewed, put into a cart or bought; 0 where nothing had a price
        coalesce(users.prices / nullif(users.priced_events, 0), 0) as average_price,
        coalesce(users.cart_value_left_behind, 0) as cart_value_left_behind
    from core.users as users
    cross join bounds
    cross join threshold

)

-- counts and amounts are heavy-tailed, so that people are compared on the logarithm of one more; days are not
select
    features.*,
    cast(ln(1 + views) as decimal(9, 6)) as scaled_views,
    cast(ln(1 + carts) as decimal(9, 6)) as scaled_carts,
    cast(ln(1 + orders) as decimal(9, 6)) as scaled_orders,
    cast(ln(1 + greatest(0, revenue)) as decimal(9, 6)) as scaled_revenue,
    cast(ln(1 + sessions) as decimal(9, 6)) as scaled_sessions,
    cast(ln(1 + active_days) as decimal(9, 6)) as scaled_active_days,
    recency_days as scaled_recency_days,
    tenure_days as scaled_tenure_days,
    cast(ln(1 + brands) as decimal(9, 6)) as scaled_brands,
    cast(ln(1 + categories) as decimal(9, 6)) as scaled_categories,
    cast(ln(1 + average_price) as decimal(9, 6)) as scaled_average_price,
    cast(ln(1 + cart_value_left_behind) as decimal(9, 6)) as scaled_cart_value_left_behind
from features
