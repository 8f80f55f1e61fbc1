-- one row per channel (the source of a session), Unknown where a session has none; Other for those of too few people
with has_price as (

    select is_present as has_price from core.columns where column_name = 'price'

),

-- people of several rare channels count once
rare_users as (

    select count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number) as users
    from core.sessions
    where coalesce(source, 'Unknown') in (select channel from analysis.channels where published_channel = 'Other')

),

folded as (

    select
        published_channel as channel,
        cast(sum(sessions) as bigint) as sessions,
        cast(max(users) as bigint) as users,
        cast(sum(purchasing_sessions) as bigint) as purchasing_sessions,
        cast(sum(orders) as bigint) as orders,
        coalesce(cast(sum(revenue) as double), 0) as revenue,
        cast(sum(cost) as double) as cost
    from analysis.channels
    where sessions > 0 or cost is not null
    group by published_channel

)

select
    folded.channel,
    folded.sessions,
    case when folded.channel = 'Other' then rare_users.users else folded.users end as users,
    folded.purchasing_sessions,
    folded.orders,
    folded.revenue,
    cast(folded.purchasing_sessions as double) / nullif(folded.sessions, 0) as conversion_rate,
    folded.cost,
    folded.cost / nullif(folded.orders, 0) as cost_per_order,
    case when has_price then folded.revenue / nullif(folded.cost, 0) end as return_on_ad_spend
from folded
cross join rare_users
cross join has_price
order by folded.channel
