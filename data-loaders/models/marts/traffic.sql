-- one row per channel (the source of a session), Unknown where a session has none; Other for those of too few people
with sessions as (

    select
        coalesce(source, 'Unknown') as channel,
        repeat_user_number,
        orders,
        purchases,
        revenue
    from core.sessions
    where (select is_present from core.columns where column_name = 'source')

),

channels as (

    select
        channel,
        count(*) as sessions,
        count(*) filter (where purchases > 0) as purchasing_sessions,
        -- who has one activity is counted as it is; the others are told apart
        count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number) as users,
        cast(sum(orders) as bigint) as orders,
        sum(revenue) as revenue
    from sessions
    group by channel

),

-- a channel that is called Other joins them, so that there is one row of that name
rare_channels as (

    select *
    from channels
    where users < (select minimum_group_size from settings.thresholds) or channel = 'Other'

),

-- people of several of them count once
rare_users as (

    select count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number) as users
    from sessions
    where channel in (select channel from rare_channels)

),

folded as (

    select channel, sessions, purchasing_sessions, users, orders, revenue
    from channels
    where channel not in (select channel from rare_channels)

    union all

    select
        'Other' as channel,
        cast(sum(rare_channels.sessions) as bigint) as sessions,
        cast(sum(rare_channels.purchasing_sessions) as bigint) as purchasing_sessions,
        rare_users.users,
        cast(sum(rare_channels.orders) as bigint) as orders,
        sum(rare_channels.revenue) as revenue
    from rare_channels
    cross join rare_users
    group by rare_users.users

)

select
    channel,
    sessions,
    users,
    purchasing_sessions,
    orders,
    coalesce(cast(revenue as double), 0) as revenue,
    cast(purchasing_sessions as double) / sessions as conversion_rate,
    -- what the shop's ads cost is not known yet
    cast(null as double) as cost,
    cast(null as double) as cost_per_order,
    cast(null as double) as return_on_ad_spend
from folded
order by channel
