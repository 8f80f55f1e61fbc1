-- one row per channel (source of sessions, Unknown where they have none; or of costs): how much came by it, what it cost, and what it is called where it is published
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

visited as (

    select
        channel,
        count(*) as sessions,
        count(*) filter (where purchases > 0) as purchasing_sessions,
        -- who has one activity is counted as it is; the others are told apart
        count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number) as users,
        sum(orders) as orders,
        sum(revenue) as revenue
    from sessions
    group by channel

),

-- what is bought outside sessions is nobody else's merit
buyers_without_session as (

    select
        'Unknown' as channel,
        count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number) as buyers
    from core.numbered_activity
    where not has_session
        and purchases > 0
        and (select is_present from core.columns where column_name = 'source')
    having count(*) > 0

),

paid as (

    select source as channel, sum(cost) as cost
    from analysis.costs
    where source is not null
        and (select is_present from core.columns where column_name = 'source')
    group by source

),

names as (

    select channel from visited
    union
    select channel from buyers_without_session
    union
    select channel from paid

),

channels as (

    select
        names.channel,
        coalesce(visited.sessions, 0) as sessions,
        coalesce(visited.purchasing_sessions, 0) as purchasing_sessions,
        coalesce(visited.users, 0) as users,
        coalesce(buyers_without_session.buyers, 0) as buyers_without_session,
        coalesce(visited.orders, 0) as orders,
        visited.revenue,
        paid.cost
    from names
    left join visited on visited.channel = names.channel
    left join buyers_without_session on buyers_without_session.channel = names.channel
    left join paid on paid.channel = names.channel

),

-- a channel that is called Other joins those of too few people, so that there is one row of that name; one that is paid for
-- and brought nobody tells of nobody
judged as (

    select
        channels.*,
        channel <> 'Other'
            and (users >= minimum_group_size or (users = 0 and buyers_without_session = 0)) as is_traffic_published,
        channel <> 'Other'
            and (
                users >= minimum_group_size
                or buyers_without_session >= minimum_group_size
                or (users = 0 and buyers_without_session = 0)
            ) as is_credit_published
    from channels
    cross join settings.thresholds

)

select
    channel,
    -- the most frequent first
    row_number() over (order by sessions + buyers_without_session desc, channel) as number,
    case when is_traffic_published then channel else 'Other' end as published_channel,
    -- where it is credited with orders, those outside sessions included
    case when is_credit_published then channel else 'Other' end as credited_channel,
    sessions,
    purchasing_sessions,
    users,
    buyers_without_session,
    cast(orders as bigint) as orders,
    revenue,
    cost
from judged
