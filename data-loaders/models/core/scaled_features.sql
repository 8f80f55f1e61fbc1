-- one row per user: the features on the scale on which people are compared, in millionths
with users as (

    select * from core.user_features

)

-- Counts and amounts are heavy-tailed, so that people are compared on the logarithm of one more; days are not. Whole numbers, as
-- long as they stay below 2 to the 53rd, add up to the same sum in any order, and as floating-point numbers they do so fast.
select
    user_id,
    user_key,
    round(ln(1 + views) * 1000000) as views,
    round(ln(1 + carts) * 1000000) as carts,
    round(ln(1 + orders) * 1000000) as orders,
    round(ln(1 + greatest(0, revenue)) * 1000000) as revenue,
    round(ln(1 + sessions) * 1000000) as sessions,
    round(ln(1 + active_days) * 1000000) as active_days,
    cast(recency_days as double) * 1000000 as recency_days,
    cast(tenure_days as double) * 1000000 as tenure_days,
    round(ln(1 + brands) * 1000000) as brands,
    round(ln(1 + categories) * 1000000) as categories,
    round(ln(1 + greatest(0, average_price)) * 1000000) as average_price,
    round(ln(1 + greatest(0, cart_value_left_behind)) * 1000000) as cart_value_left_behind
from users
