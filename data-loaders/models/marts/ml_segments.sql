-- one row per K-Means segment: size, worth, and the centroid in feature units (the mean on the log scale, turned back)
with profiles as (

    select * from core.user_profiles

),

labels as (

    select * from segmentation.labels

),

names as (

    select * from segmentation.segments

),

totals as (

    select
        labels.cluster,
        cast(sum(profiles.users) as bigint) as users,
        cast(sum(profiles.users) filter (where profiles.orders > 0) as bigint) as purchasing_users,
        sum(profiles.events) as events,
        sum(profiles.orders * profiles.users) as orders,
        sum(profiles.revenue * profiles.users) as revenue,
        cast(sum(cast(ln(1 + profiles.views) as decimal(18, 9)) * profiles.users) as double) as log_views,
        cast(sum(cast(ln(1 + profiles.carts) as decimal(18, 9)) * profiles.users) as double) as log_carts,
        cast(sum(cast(ln(1 + profiles.sessions) as decimal(18, 9)) * profiles.users) as double) as log_sessions,
        cast(sum(cast(ln(1 + profiles.active_days) as decimal(18, 9)) * profiles.users) as double) as log_active_days,
        cast(sum(cast(ln(1 + profiles.orders) as decimal(18, 9)) * profiles.users) as double) as log_orders,
        cast(sum(cast(ln(1 + greatest(0, profiles.revenue)) as decimal(18, 9)) * profiles.users) as double) as log_revenue
    from labels
    inner join profiles on profiles.profile = labels.profile
    group by labels.cluster

),

everybody as (

    select sum(users) as users from profiles

)

select
    names.segment,
    names.position,
    totals.users,
    cast(totals.users as double) / everybody.users as share,
    coalesce(cast(totals.revenue as double), 0) / totals.users as average_revenue,
    coalesce(cast(totals.revenue as double), 0) as total_revenue,
    cast(totals.events as double) / totals.users as average_events,
    cast(totals.orders as double) / totals.users as average_orders,
    cast(coalesce(totals.purchasing_users, 0) as double) / totals.users as conversion_rate,
    round(exp(log_views / totals.users) - 1, 6) as centroid_views,
    round(exp(log_carts / totals.users) - 1, 6) as centroid_carts,
    round(exp(log_sessions / totals.users) - 1, 6) as centroid_sessions,
    round(exp(log_active_days / totals.users) - 1, 6) as centroid_active_days,
    round(exp(log_orders / totals.users) - 1, 6) as centroid_orders,
    round(exp(log_revenue / totals.users) - 1, 6) as centroid_revenue
from totals
inner join names on names.cluster = totals.cluster
cross join everybody
order by names.position
