-- one row per feature: its mean and its population standard deviation over all users, on the scale on which people are compared
with users as (

    select * from core.scaled_features

),

-- integers, whose squares add up to the same sum in any order; in one pass, which takes half the time of one a feature
sums as (

    select
        count(*) as users,
        sum(views) as views,
        sum(cast(views as bigint) * cast(views as bigint)) as views_squared,
        max(views) > min(views) as views_varies,
        sum(carts) as carts,
        sum(cast(carts as bigint) * cast(carts as bigint)) as carts_squared,
        max(carts) > min(carts) as carts_varies,
        sum(orders) as orders,
        sum(cast(orders as bigint) * cast(orders as bigint)) as orders_squared,
        max(orders) > min(orders) as orders_varies,
        sum(revenue) as revenue,
        sum(cast(revenue as bigint) * cast(revenue as bigint)) as revenue_squared,
        max(revenue) > min(revenue) as revenue_varies,
        sum(sessions) as sessions,
        sum(cast(sessions as bigint) * cast(sessions as bigint)) as sessions_squared,
        max(sessions) > min(sessions) as sessions_varies,
        sum(active_days) as active_days,
        sum(cast(active_days as bigint) * cast(active_days as bigint)) as active_days_squared,
        max(active_days) > min(active_days) as active_days_varies,
        sum(recency_days) as recency_days,
        sum(cast(recency_days / 1000000 as bigint) * cast(recency_days / 1000000 as bigint)) * 1000000000000 as recency_days_squared,
        max(recency_days) > min(recency_days) as recency_days_varies,
        sum(tenure_days) as tenure_days,
        sum(cast(tenure_days / 1000000 as bigint) * cast(tenure_days / 1000000 as bigint)) * 1000000000000 as tenure_days_squared,
        max(tenure_days) > min(tenure_days) as tenure_days_varies,
        sum(brands) as brands,
        sum(cast(brands as bigint) * cast(brands as bigint)) as brands_squared,
        max(brands) > min(brands) as brands_varies,
        sum(categories) as categories,
        sum(cast(categories as bigint) * cast(categories as bigint)) as categories_squared,
        max(categories) > min(categories) as categories_varies,
        sum(average_price) as average_price,
        sum(cast(average_price as bigint) * cast(average_price as bigint)) as average_price_squared,
        max(average_price) > min(average_price) as average_price_varies,
        sum(cart_value_left_behind) as cart_value_left_behind,
        sum(cast(cart_value_left_behind as bigint) * cast(cart_value_left_behind as bigint)) as cart_value_left_behind_squared,
        max(cart_value_left_behind) > min(cart_value_left_behind) as cart_value_left_behind_varies
    from users

),

features as (

    select 1 as position, 'views' as feature, users, views as total, cast(views_squared as double) as squares, views_varies as varies from sums
    union all
    select 2 as position, 'carts' as feature, users, carts as total, cast(carts_squared as double) as squares, carts_varies as varies from sums
    union all
    select 3 as position, 'orders' as feature, users, orders as total, cast(orders_squared as double) as squares, orders_varies as varies from sums
    union all
    select 4 as position, 'revenue' as feature, users, revenue as total, cast(revenue_squared as double) as squares, revenue_varies as varies from sums
    union all
    select 5 as position, 'sessions' as feature, users, sessions as total, cast(sessions_squared as double) as squares, sessions_varies as varies from sums
    union all
    select 6 as position, 'active_days' as feature, users, active_days as total, cast(active_days_squared as double) as squares, active_days_varies as varies from sums
    union all
    select 7 as position, 'recency_days' as feature, users, recency_days as total, cast(recency_days_squared as double) as squares, recency_days_varies as varies from sums
    union all
    select 8 as position, 'tenure_days' as feature, users, tenure_days as total, cast(tenure_days_squared as double) as squares, tenure_days_varies as varies from sums
    union all
    select 9 as position, 'brands' as feature, users, brands as total, cast(brands_squared as double) as squares, brands_varies as varies from sums
    union all
    select 10 as position, 'categories' as feature, users, categories as total, cast(categories_squared as double) as squares, categories_varies as varies from sums
    union all
    select 11 as position, 'average_price' as feature, users, average_price as total, cast(average_price_squared as double) as squares, average_price_varies as varies from sums
    union all
    select 12 as position, 'cart_value_left_behind' as feature, users, cart_value_left_behind as total, cast(cart_value_left_behind_squared as double) as squares, cart_value_left_behind_varies as varies from sums

),

moments as (

    select
        position,
        feature,
        varies,
        total / users / 1000000 as mean,
        squares / users / 1000000000000 as mean_square
    from features
    where users > 0

)

-- rounded, so that what is published is what is computed with; a feature that is the same for everybody tells nobody apart
select
    position,
    feature,
    round(mean, 9) as mean,
    case when varies then nullif(round(sqrt(greatest(0, mean_square - mean * mean)), 9), 0) end as deviation
from moments
order by position
