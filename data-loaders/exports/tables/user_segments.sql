-- one row per user: what they did, and the segments they fall into
with users as (

    select * from core.users

),

profiles as (

    select * from core.user_profiles

),

labels as (

    select * from segmentation.labels

),

names as (

    select * from segmentation.segments

),

has_price as (

    select is_present as has_price from core.columns where column_name = 'price'

),

threshold as (

    select * from core.high_value

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
    users.purchases > 0
        and coalesce(cast(users.revenue as double) >= threshold.high_value_revenue, false) as is_high_value,
    names.segment as learned_segment
from users
cross join threshold
cross join has_price
left join profiles
    on profiles.views = users.views
    and profiles.carts = users.carts
    and profiles.sessions = users.sessions
    and profiles.active_days = users.active_days
    and profiles.orders = users.orders
    and profiles.revenue = coalesce(users.revenue, 0)
left join labels on labels.profile = profiles.profile
left join names on names.cluster = labels.cluster
order by users.user_id
