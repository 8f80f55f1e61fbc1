-- one row per user: what they did, and the segments they fall into
with users as (

    select * from core.user_features

),

labels as (

    select * from segmentation.labels

),

names as (

    select * from segmentation.segments

),

rfm_scores as (

    select * from core.rfm_scores

),

has_price as (

    select is_present as has_price from core.columns where column_name = 'price'

)

select
    users.user_id,
    users.events,
    users.views,
    users.carts,
    users.purchases,
    users.orders,
    users.sessions,
    users.active_days,
    case when has_price then coalesce(users.revenue, 0) end as revenue,
    users.first_event_at,
    users.last_event_at,
    users.recency_days,
    users.tenure_days,
    users.brands,
    users.categories,
    case when has_price then round(users.average_price, 4) end as average_price,
    case when has_price then users.cart_value_left_behind end as cart_value_left_behind,
    users.rule_segment,
    users.is_high_value,
    names.segment as learned_segment,
    rfm_scores.segment as rfm_segment
from users
cross join has_price
left join labels on labels.user_id = users.user_id
left join names on names.cluster = labels.cluster
left join rfm_scores on rfm_scores.user_id = users.user_id
order by users.user_id
