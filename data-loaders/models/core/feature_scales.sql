-- one row per feature: its mean and its population standard deviation over all users, on the scale on which people are compared
with users as (

    select * from core.user_features

),

-- decimals add up to the same sum in any order; floating-point numbers do not
sums as (

    select
        count(*) as users,
        sum(scaled_views) as views,
        sum(scaled_views * scaled_views) as views_squared,
        max(scaled_views) > min(scaled_views) as views_varies,
        sum(scaled_carts) as carts,
        sum(scaled_carts * scaled_carts) as carts_squared,
        max(scaled_carts) > min(scaled_carts) as carts_varies,
        sum(scaled_orders) as orders,
        sum(scaled_orders * scaled_orders) as orders_squared,
        max(scaled_orders) > min(scaled_orders) as orders_varies,
        sum(scaled_revenue) as revenue,
        sum(scaled_revenue * scaled_revenue) as revenue_squared,
        max(scaled_revenue) > min(scaled_revenue) as revenue_varies,
        sum(scaled_sessions) as sessions,
        sum(scaled_sessions * scaled_sessions) as sessions_squared,
        max(scaled_sessions) > min(scaled_sessions) as sessions_varies,
        sum(scaled_active_days) as active_days,
        sum(scaled_active_days * scaled_active_days) as active_days_squared,
        max(scaled_active_days) > min(scaled_active_days) as active_days_varies,
        sum(scaled_recency_days) as recency_days,
        sum(scaled_recency_days * scaled_recency_days) as recency_days_squared,
        max(scaled_recency_days) > min(scaled_recency_days) as recency_days_varies,
        sum(scaled_tenure_days) as tenure_days,
        sum(scaled_tenure_days * scaled_tenure_days) as tenure_days_squared,
        max(scaled_tenure_days) > min(scaled_tenure_days) as tenure_days_varies,
        sum(scaled_brands) as brands,
        sum(scaled_brands * scaled_brands) as brands_squared,
        max(scaled_brands) > min(scaled_brands) as brands_varies,
        sum(scaled_categories) as categories,
        sum(scaled_categories * scaled_categories) as categories_squared,
        max(scaled_categories) > min(scaled_categories) as categories_varies,
        sum(scaled_average_price) as average_price,
        sum(scaled_average_price * scaled_average_price) as average_price_squared,
        max(scaled_average_price) > min(scaled_average_price) as average_price_varies,
        sum(scaled_cart_value_left_behind) as cart_value_left_behind,
        sum(scaled_cart_value_left_behind * scaled_cart_value_left_behind) as cart_value_left_behind_squared,
        max(scaled_cart_value_left_behind) > min(scaled_cart_value_left_behind) as cart_value_left_behind_varies
    from users

),

features as (

    select 1 as position, 'views' as feature, users, views as total, views_squared as squares, views_varies as varies from sums
    union all
    select 2 as position, 'carts' as feature, users, carts as total, carts_squared as squares, carts_varies as varies from sums
    union all
    select 3 as position, 'orders' as feature, users, orders as total, orders_squared as squares, orders_varies as varies from sums
    union all
    select 4 as position, 'revenue' as feature, users, revenue as total, revenue_squared as squares, revenue_varies as varies from sums
    union all
    select 5 as position, 'sessions' as feature, users, sessions as total, sessions_squared as squares, sessions_varies as varies from sums
    union all
    select 6 as position, 'active_days' as feature, users, active_days as total, active_days_squared as squares, active_days_varies as varies from sums
    union all
    select 7 as position, 'recency_days' as feature, users, recency_days as total, recency_days_squared as squares, recency_days_varies as varies from sums
    union all
    select 8 as position, 'tenure_days' as feature, users, tenure_days as total, tenure_days_squared as squares, tenure_days_varies as varies from sums
    union all
    select 9 as position, 'brands' as feature, users, brands as total, brands_squared as squares, brands_varies as varies from sums
    union all
    select 10 as position, 'categories' as feature, users, categories as total, categories_squared as squares, categories_varies as varies from sums
    union all
    select 11 as position, 'average_price' as feature, users, average_price as total, average_price_squared as squares, average_price_varies as varies from sums
    union all
    select 12 as position, 'cart_value_left_behind' as feature, users, cart_value_left_behind as total, cart_value_left_behind_squared as squares, cart_value_left_behind_varies as varies from sums

),

moments as (

    select
        position,
        feature,
        varies,
        cast(total as double) / users as mean,
        cast(squares as double) / users - (cast(total as double) / users) * (cast(total as double) / users) as variance
    from features
    where users > 0

)

-- rounded, so that what is published is what is computed with; a feature that is the same for everybody tells nobody apart
select
    position,
    feature,
    round(mean, 9) as mean,
    case when varies then nullif(round(sqrt(greatest(0, variance)), 9), 0) end as deviation
from moments
order by position
