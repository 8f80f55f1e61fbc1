-- one row per campaign of sessions or of the shop's costs; Other for those of too few people
with has_price as (

    select is_present as has_price from core.columns where column_name = 'price'

),

campaigns as (

    select * from analysis.campaigns

),

-- people of several rare campaigns count once
rare_users as (

    select count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number) as users
    from core.sessions
    where campaign in (select campaign from campaigns where published_campaign = 'Other')

),

folded as (

    select
        published_campaign as campaign,
        case when published_campaign = 'Other' then 'Other' else max(source) end as source,
        cast(sum(sessions) as bigint) as sessions,
        cast(max(users) as bigint) as users,
        cast(sum(purchasing_sessions) as bigint) as purchasing_sessions,
        cast(sum(orders) as bigint) as orders,
        cast(sum(revenue) as double) as revenue,
        cast(sum(cost) as double) as cost,
        max(last_cost_on) as last_cost_on,
        cast(sum(impressions) as bigint) as impressions,
        cast(sum(clicks) as bigint) as clicks
    from campaigns
    group by published_campaign

),

credited as (

    select
        campaigns.published_campaign as campaign,
        cast(sum(touches.orders * touches.last_non_direct) as double) as orders
    from analysis.touch_weights as touches
    inner join campaigns on campaigns.campaign = touches.campaign
    group by campaigns.published_campaign

),

-- each order once, however often its user came by the campaign
reached as (

    select distinct
        touches.purchase_key,
        campaigns.published_campaign as campaign,
        touches.orders
    from analysis.touches as touches
    inner join campaigns on campaigns.campaign = touches.campaign

),

orders_of_visitors as (

    select campaign, cast(sum(orders) as bigint) as orders from reached group by campaign

)

select
    folded.campaign,
    folded.source,
    folded.sessions,
    case when folded.campaign = 'Other' then rare_users.users else folded.users end as users,
    folded.purchasing_sessions,
    folded.orders,
    case when has_price then coalesce(folded.revenue, 0) end as revenue,
    cast(folded.purchasing_sessions as double) / nullif(folded.sessions, 0) as conversion_rate,
    cast(coalesce(credited.orders, 0) as bigint) as attributed_orders,
    coalesce(orders_of_visitors.orders, 0) as orders_of_visitors,
    folded.impressions,
    folded.clicks,
    cast(folded.clicks as double) / nullif(folded.impressions, 0) as click_through_rate,
    folded.cost,
    folded.last_cost_on,
    folded.cost / nullif(folded.orders, 0) as cost_per_order,
    case when has_price then coalesce(folded.revenue, 0) / nullif(folded.cost, 0) end as return_on_ad_spend
from folded
cross join rare_users
cross join has_price
left join credited on credited.campaign = folded.campaign
left join orders_of_visitors on orders_of_visitors.campaign = folded.campaign
order by folded.campaign
