-- one row per campaign of sessions or of the shop's costs; Other for those of too few people
with has_price as (

    select is_present as has_price from core.columns where column_name = 'price'

),

campaigns as (

    select * from analysis.campaigns

),

paid as (

    select
        published_campaign as campaign,
        case when published_campaign = 'Other' then 'Other' else max(source) end as source,
        cast(sum(cost) as double) as cost,
        cast(sum(impressions) as bigint) as impressions,
        cast(sum(clicks) as bigint) as clicks
    from campaigns
    group by published_campaign

),

visited as (

    select
        campaigns.published_campaign as campaign,
        count(*) as sessions,
        -- who has one activity is counted as it is; the others are told apart
        count(*) filter (where sessions.repeat_user_number is null) + count(distinct sessions.repeat_user_number)
            as users,
        count(*) filter (where sessions.purchases > 0) as purchasing_sessions,
        cast(sum(sessions.orders) as bigint) as orders,
        cast(sum(sessions.revenue) as double) as revenue
    from core.sessions as sessions
    inner join campaigns on campaigns.campaign = sessions.campaign
    group by campaigns.published_campaign

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
    paid.campaign,
    paid.source,
    coalesce(visited.sessions, 0) as sessions,
    coalesce(visited.users, 0) as users,
    coalesce(visited.purchasing_sessions, 0) as purchasing_sessions,
    coalesce(visited.orders, 0) as orders,
    case when has_price then coalesce(visited.revenue, 0) end as revenue,
    cast(visited.purchasing_sessions as double) / visited.sessions as conversion_rate,
    cast(coalesce(credited.orders, 0) as bigint) as attributed_orders,
    coalesce(orders_of_visitors.orders, 0) as orders_of_visitors,
    paid.impressions,
    paid.clicks,
    cast(paid.clicks as double) / nullif(paid.impressions, 0) as click_through_rate,
    paid.cost,
    paid.cost / nullif(visited.orders, 0) as cost_per_order,
    case when has_price then coalesce(visited.revenue, 0) / nullif(paid.cost, 0) end as return_on_ad_spend
from paid
cross join has_price
left join visited on visited.campaign = paid.campaign
left join credited on credited.campaign = paid.campaign
left join orders_of_visitors on orders_of_visitors.campaign = paid.campaign
order by paid.campaign
