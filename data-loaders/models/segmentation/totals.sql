-- one row per cluster, rule segment and whether of high value: how many users, and their sums of all features
with users as (

    select * from core.user_features

),

labels as (

    select * from segmentation.labels

)

select
    labels.cluster,
    users.rule_segment,
    users.is_high_value,
    count(*) as users,
    count(*) filter (where users.purchases > 0) as purchasing_users,
    count(*) filter (where users.carts > 0) as carting_users,
    cast(sum(users.events) as bigint) as events,
    -- in squared standard deviations
    sum(labels.distance) / 1000000 as inertia,
    sum(users.views) as views,
    sum(users.carts) as carts,
    sum(users.orders) as orders,
    sum(users.revenue) as revenue,
    sum(users.sessions) as sessions,
    sum(users.active_days) as active_days,
    sum(users.recency_days) as recency_days,
    sum(users.tenure_days) as tenure_days,
    sum(users.brands) as brands,
    sum(users.categories) as categories,
    sum(cast(users.average_price as decimal(18, 4))) as average_price,
    sum(users.cart_value_left_behind) as cart_value_left_behind
from users
inner join labels on labels.user_key = users.user_key
group by labels.cluster, users.rule_segment, users.is_high_value
