-- one row per K-Means segment: size, worth, and the centroid in feature units (the mean on the log scale, turned back)
with users as (

    select * from core.users

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
        count(*) as users,
        count(*) filter (where users.purchases > 0) as purchasing_users,
        sum(users.events) as events,
        sum(users.orders) as orders,
        sum(users.revenue) as revenue,
        cast(sum(cast(ln(1 + users.views) as decimal(18, 9))) as double) as log_views,
        cast(sum(cast(ln(1 + users.carts) as decimal(18, 9))) as double) as log_carts,
        cast(sum(cast(ln(1 + users.sessions) as decimal(18, 9))) as double) as log_sessions,
        cast(sum(cast(ln(1 + users.active_days) as decimal(18, 9))) as double) as log_active_days,
        cast(sum(cast(ln(1 + users.orders) as decimal(18, 9))) as double) as log_orders,
        cast(sum(cast(ln(1 + greatest(0, coalesce(users.revenue, 0))) as decimal(18, 9))) as double) as log_revenue
    from labels
    inner join users on users.user_id = labels.user_id
    group by labels.cluster

),

everybody as (

    select count(*) as users from users

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
    cast(totals.purchasing_users as double) / totals.users as conversion_rate,
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
