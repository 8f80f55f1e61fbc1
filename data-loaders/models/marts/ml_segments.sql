-- one row per K-Means segment: size, worth, how well it is told apart, and the centroid in feature units (the mean on the scale of the fit, turned back; missing for a feature that tells nobody apart)
with totals as (

    select
        cluster,
        cast(sum(users) as bigint) as users,
        cast(sum(purchasing_users) as bigint) as purchasing_users,
        sum(events) as events,
        sum(orders) as orders,
        sum(revenue) as revenue,
        sum(inertia) as inertia
    from segmentation.totals
    group by cluster

),

names as (

    select * from segmentation.segments

),

silhouettes as (

    select * from segmentation.silhouettes

),

everybody as (

    select sum(users) as users from totals

),

centroids as (

    select
        cluster,
        feature,
        -- 0 for what rounds to -0
        round(case scale when 'log1p' then exp(scaled_centroid) - 1 else scaled_centroid end, 4) + 0 as value
    from segmentation.centroid_positions

),

wide_centroids as (

    select
        cluster,
        max(value) filter (where feature = 'views') as views,
        max(value) filter (where feature = 'carts') as carts,
        max(value) filter (where feature = 'orders') as orders,
        max(value) filter (where feature = 'revenue') as revenue,
        max(value) filter (where feature = 'sessions') as sessions,
        max(value) filter (where feature = 'active_days') as active_days,
        max(value) filter (where feature = 'recency_days') as recency_days,
        max(value) filter (where feature = 'tenure_days') as tenure_days,
        max(value) filter (where feature = 'brands') as brands,
        max(value) filter (where feature = 'categories') as categories,
        max(value) filter (where feature = 'average_price') as average_price,
        max(value) filter (where feature = 'cart_value_left_behind') as cart_value_left_behind
    from centroids
    group by cluster

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
    totals.inertia,
    silhouettes.silhouette,
    wide_centroids.views as centroid_views,
    wide_centroids.carts as centroid_carts,
    wide_centroids.orders as centroid_orders,
    wide_centroids.revenue as centroid_revenue,
    wide_centroids.sessions as centroid_sessions,
    wide_centroids.active_days as centroid_active_days,
    wide_centroids.recency_days as centroid_recency_days,
    wide_centroids.tenure_days as centroid_tenure_days,
    wide_centroids.brands as centroid_brands,
    wide_centroids.categories as centroid_categories,
    wide_centroids.average_price as centroid_average_price,
    wide_centroids.cart_value_left_behind as centroid_cart_value_left_behind
from totals
inner join names on names.cluster = totals.cluster
left join silhouettes on silhouettes.cluster = totals.cluster
left join wide_centroids on wide_centroids.cluster = totals.cluster
cross join everybody
order by names.position
