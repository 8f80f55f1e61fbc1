-- one row per day, device, browser, source, campaign, country, visitor (new or returning), cluster and set of stages reached: the sessions that are alike in them (squared_* add up the squares of what each session has)
with flags as (

    select
        coalesce(max(reach_flag) filter (where stage = 'home'), 0) as home_flag,
        coalesce(max(reach_flag) filter (where stage = 'checkout'), 0) as checkout_flag
    from settings.stages

)

select
    event_date,
    device,
    browser,
    source,
    campaign,
    country,
    visitor,
    cluster,
    reached_stages,
    count(*) filter (where repeat_user_number is null) as lone_users,
    -- as many bits as there are people, or fewer: counting them distinct takes longer than all the rest
    bit_or(cast(1 as bigint) << cast(coalesce(repeat_user_number % 62, 62) as integer)) as user_bits,
    count(*) as sessions,
    count(*) filter (where (reached_stages & home_flag) > 0) as home_sessions,
    count(*) filter (where views > 0) as viewing_sessions,
    count(*) filter (where carts > 0) as carting_sessions,
    count(*) filter (where (reached_stages & checkout_flag) > 0) as checkout_sessions,
    count(*) filter (where purchases > 0) as purchasing_sessions,
    sum(events) as events,
    sum(views) as views,
    sum(carts) as carts,
    sum(purchases) as purchases,
    sum(orders) as orders,
    sum(revenue) as revenue,
    sum(cast(views as bigint) * views) as squared_views,
    sum(cast(orders as bigint) * orders) as squared_orders,
    -- decimals, whose sum does not depend on the order of the rows; more than a trillion would not fit
    sum(cast(least(revenue, 1000000000000) as decimal(19, 4)) * cast(least(revenue, 1000000000000) as decimal(19, 4)))
        filter (where revenue is not null) as squared_revenue
from analysis.placed_sessions
cross join flags
group by event_date, device, browser, source, campaign, country, visitor, cluster, reached_stages
