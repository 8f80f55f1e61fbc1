-- one row per campaign of sessions or costs: how much came by it, what it cost and until when, the source of most of its sessions, and what it is called where it is published
with sessions as (

    select
        campaign,
        coalesce(source, 'Unknown') as source,
        repeat_user_number,
        purchases,
        orders,
        revenue
    from core.sessions
    where campaign is not null

),

visited as (

    select
        campaign,
        count(*) as sessions,
        count(*) filter (where purchases > 0) as purchasing_sessions,
        -- who has one activity is counted as it is; the others are told apart
        count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number) as users,
        sum(orders) as orders,
        sum(revenue) as revenue
    from sessions
    group by campaign

),

paid as (

    select
        campaign,
        sum(cost) as cost,
        max(day) filter (where cost > 0) as last_cost_on,
        cast(sum(impressions) as bigint) as impressions,
        cast(sum(clicks) as bigint) as clicks
    from analysis.costs
    where campaign is not null
        and (select is_present from core.columns where column_name = 'campaign')
    group by campaign

),

-- what is paid for and brought nobody has the source of most of its cost
sources as (

    select campaign, source, count(*) as sessions, 0 as cost from sessions group by campaign, source

    union all

    select campaign, source, 0, sum(cost) from analysis.costs where source is not null group by campaign, source

),

ranked_sources as (

    select
        campaign,
        source,
        row_number() over (partition by campaign order by sum(sessions) desc, sum(cost) desc, source) as place
    from sources
    group by campaign, source

),

names as (

    select campaign from visited
    union
    select campaign from paid

)

-- a campaign that is called Other joins those of too few people, so that there is one row of that name; one that is paid for
-- and brought nobody tells of nobody
select
    names.campaign,
    case when names.campaign <> 'Other' and (visited.users is null or visited.users >= thresholds.minimum_group_size)
        then names.campaign
        else 'Other'
    end as published_campaign,
    channels.published_channel as source,
    coalesce(visited.sessions, 0) as sessions,
    coalesce(visited.users, 0) as users,
    coalesce(visited.purchasing_sessions, 0) as purchasing_sessions,
    coalesce(visited.orders, 0) as orders,
    visited.revenue,
    paid.cost,
    paid.last_cost_on,
    paid.impressions,
    paid.clicks
from names
cross join settings.thresholds as thresholds
left join visited on visited.campaign = names.campaign
left join paid on paid.campaign = names.campaign
left join ranked_sources on ranked_sources.campaign = names.campaign and ranked_sources.place = 1
left join analysis.channels as channels on channels.channel = ranked_sources.source
