-- one row per user: the features that segments are learned from, in their own units
-- view
with bounds as (

    select * from core.bounds

),

threshold as (

    select * from core.high_value

)

select
    users.user_id,
    users.user_key,
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
