-- one row per behaviour that users have in common: as log1p, standardised and weighted, the space in which segments are learned
with profiles as (

    select * from core.user_profiles

),

weights as (

    select * from settings.feature_weights

),

-- decimals add up to the same sum in any order; floating-point numbers do not
logged as (

    select
        profile,
        users,
        cast(ln(1 + views) as decimal(18, 9)) as views,
        cast(ln(1 + carts) as decimal(18, 9)) as carts,
        cast(ln(1 + sessions) as decimal(18, 9)) as sessions,
        cast(ln(1 + active_days) as decimal(18, 9)) as active_days,
        cast(ln(1 + orders) as decimal(18, 9)) as orders,
        cast(ln(1 + greatest(0, revenue)) as decimal(18, 9)) as revenue
    from profiles

),

sums as (

    select
        cast(sum(users) as double) as n,
        cast(sum(views * users) as double) as views,
        cast(sum(carts * users) as double) as carts,
        cast(sum(sessions * users) as double) as sessions,
        cast(sum(active_days * users) as double) as active_days,
        cast(sum(orders * users) as double) as orders,
        cast(sum(revenue * users) as double) as revenue,
        cast(sum(cast(views * views as decimal(38, 18)) * users) as double) as views_squared,
        cast(sum(cast(carts * carts as decimal(38, 18)) * users) as double) as carts_squared,
        cast(sum(cast(sessions * sessions as decimal(38, 18)) * users) as double) as sessions_squared,
        cast(sum(cast(active_days * active_days as decimal(38, 18)) * users) as double) as active_days_squared,
        cast(sum(cast(orders * orders as decimal(38, 18)) * users) as double) as orders_squared,
        cast(sum(cast(revenue * revenue as decimal(38, 18)) * users) as double) as revenue_squared
    from logged

),

-- population mean and standard deviation; a constant feature has no spread and counts as 0
scales as (

    select
        views / n as views_mean,
        nullif(round(sqrt(greatest(0, views_squared / n - (views / n) * (views / n))), 7), 0) as views_deviation,
        carts / n as carts_mean,
        nullif(round(sqrt(greatest(0, carts_squared / n - (carts / n) * (carts / n))), 7), 0) as carts_deviation,
        sessions / n as sessions_mean,
        nullif(round(sqrt(greatest(0, sessions_squared / n - (sessions / n) * (sessions / n))), 7), 0) as sessions_deviation,
        active_days / n as active_days_mean,
        nullif(round(sqrt(greatest(0, active_days_squared / n - (active_days / n) * (active_days / n))), 7), 0) as active_days_deviation,
        orders / n as orders_mean,
        nullif(round(sqrt(greatest(0, orders_squared / n - (orders / n) * (orders / n))), 7), 0) as orders_deviation,
        revenue / n as revenue_mean,
        nullif(round(sqrt(greatest(0, revenue_squared / n - (revenue / n) * (revenue / n))), 7), 0) as revenue_deviation
    from sums

)

select
    logged.profile,
    logged.users,
    weights.views * coalesce((logged.views - views_mean) / views_deviation, 0) as views,
    weights.carts * coalesce((logged.carts - carts_mean) / carts_deviation, 0) as carts,
    weights.sessions * coalesce((logged.sessions - sessions_mean) / sessions_deviation, 0) as sessions,
    weights.active_days * coalesce((logged.active_days - active_days_mean) / active_days_deviation, 0) as active_days,
    weights.orders * coalesce((logged.orders - orders_mean) / orders_deviation, 0) as orders,
    weights.revenue * coalesce((logged.revenue - revenue_mean) / revenue_deviation, 0) as revenue
from logged
cross join scales
cross join weights
