-- one row per session, without ids: its day, its circumstances, how far it came; rare circumstances read Other
with users as (

    select * from core.user_numbers

),

thresholds as (

    select * from settings.thresholds

),

sessions as (

    select
        sessions.*,
        users.user_number,
        case when sessions.started_at = users.first_event_at then 'new' else 'returning' end as visitor
    from core.sessions as sessions
    inner join users on users.user_id = sessions.user_id

),

held as (

    select 'device' as dimension, device as number, user_number from sessions where device is not null
    union all
    select 'browser', browser, user_number from sessions where browser is not null
    union all
    select 'source', source, user_number from sessions where source is not null
    union all
    select 'campaign', campaign, user_number from sessions where campaign is not null
    union all
    select 'country', country, user_number from sessions where country is not null
    union all
    select 'category', category, user_number from sessions where category is not null

),

labels as (

    select distinct dimension, number, label from core.dimension_values

),

common as (

    select labels.dimension, labels.number, labels.label
    from held
    inner join labels on labels.dimension = held.dimension and labels.number = held.number
    group by labels.dimension, labels.number, labels.label
    having count(distinct user_number) >= (select minimum_group_size from thresholds)

)

select
    sessions.user_number,
    cast(sessions.started_at as date) as started_on,
    case when sessions.device is not null then coalesce(device.label, 'Other') end as device,
    case when sessions.browser is not null then coalesce(browser.label, 'Other') end as browser,
    case when sessions.source is not null then coalesce(source.label, 'Other') end as source,
    case when sessions.campaign is not null then coalesce(campaign.label, 'Other') end as campaign,
    case when sessions.country is not null then coalesce(country.label, 'Other') end as country,
    case when sessions.category is not null then coalesce(category.label, 'Other') end as category,
    sessions.visitor,
    sessions.reached_stages,
    sessions.events,
    sessions.views,
    sessions.carts,
    sessions.purchases,
    coalesce(cast(sessions.revenue as double), 0) as revenue
from sessions
left join common as device on device.dimension = 'device' and device.number = sessions.device
left join common as browser on browser.dimension = 'browser' and browser.number = sessions.browser
left join common as source on source.dimension = 'source' and source.number = sessions.source
left join common as campaign on campaign.dimension = 'campaign' and campaign.number = sessions.campaign
left join common as country on country.dimension = 'country' and country.number = sessions.country
left join common as category on category.dimension = 'category' and category.number = sessions.category
order by sessions.user_number, sessions.started_at, sessions.session_id
