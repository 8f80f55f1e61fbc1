-- one row per K-Means segment and feature: what its users are like in the feature's unit, and where its centroid lies on the scale of the fit
with features as (

    select * from segmentation.features

),

names as (

    select * from segmentation.segments

),

centroids as (

    select * from segmentation.centroids

),

sums as (

    select
        cluster,
        sum(users) as users,
        cast(sum(views) as double) as views,
        cast(sum(carts) as double) as carts,
        cast(sum(orders) as double) as orders,
        cast(sum(revenue) as double) as revenue,
        cast(sum(sessions) as double) as sessions,
        cast(sum(active_days) as double) as active_days,
        cast(sum(recency_days) as double) as recency_days,
        cast(sum(tenure_days) as double) as tenure_days,
        cast(sum(brands) as double) as brands,
        cast(sum(categories) as double) as categories,
        cast(sum(average_price) as double) as average_price,
        cast(sum(cart_value_left_behind) as double) as cart_value_left_behind
    from segmentation.totals
    group by cluster

),

averages as (

    select cluster, users, 'views' as feature, views as total from sums
    union all
    select cluster, users, 'carts' as feature, carts as total from sums
    union all
    select cluster, users, 'orders' as feature, orders as total from sums
    union all
    select cluster, users, 'revenue' as feature, revenue as total from sums
    union all
    select cluster, users, 'sessions' as feature, sessions as total from sums
    union all
    select cluster, users, 'active_days' as feature, active_days as total from sums
    union all
    select cluster, users, 'recency_days' as feature, recency_days as total from sums
    union all
    select cluster, users, 'tenure_days' as feature, tenure_days as total from sums
    union all
    select cluster, users, 'brands' as feature, brands as total from sums
    union all
    select cluster, users, 'categories' as feature, categories as total from sums
    union all
    select cluster, users, 'average_price' as feature, average_price as total from sums
    union all
    select cluster, users, 'cart_value_left_behind' as feature, cart_value_left_behind as total from sums

),

everybody as (

    select feature, sum(total) / sum(users) as average from averages group by feature

)

select
    names.segment,
    names.position,
    features.feature,
    features.position as feature_position,
    features.label,
    features.unit,
    averages.total / averages.users as average,
    everybody.average as overall_average,
    features.scale,
    features.mean,
    features.deviation,
    features.weight,
    -- null for a feature that tells nobody apart: all users have the same, or its weight is 0
    centroids.coordinate
from averages
inner join names on names.cluster = averages.cluster
inner join features on features.feature = averages.feature
inner join everybody on everybody.feature = averages.feature
left join centroids on centroids.cluster = averages.cluster and centroids.feature = averages.feature
order by names.position, features.position
