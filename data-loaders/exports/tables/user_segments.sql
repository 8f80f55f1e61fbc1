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
    users.rule_segment,
    users.is_high_value,
    names.segment as learned_segment
from users
cross join has_price
left join labels on labels.user_id = users.user_id
left join names on names.cluster = labels.cluster
order by users.user_id
