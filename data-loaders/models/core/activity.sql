-- one row per user, session (null where an event has none), day and hour: what happened in it
with events as (

    select
        events.*,
        cast(floor(extract(epoch from event_at)) as bigint) as event_second
    from core.events as events

),

stages as (

    select * from core.stages

),

dimension_values as (

    select * from core.dimension_values

)

select
    events.user_id,
    events.session_id,
    events.event_date,
    events.event_day,
    events.event_hour,
    min(events.event_at) as first_event_at,
    max(events.event_at) as last_event_at,
    count(*) as events,
    count(*) filter (where events.event_type = 'home') as homes,
    count(*) filter (where events.event_type = 'view') as views,
    count(*) filter (where events.event_type = 'cart') as carts,
    count(*) filter (where events.event_type = 'checkout') as checkouts,
    count(*) filter (where events.event_type = 'purchase') as purchases,
    count(*) filter (where events.event_type = 'purchase' and events.order_id is null) as purchases_without_order_id,
    sum(events.revenue) as revenue,
    bit_or(coalesce(stages.reach_flag, 0)) as reached_stages,
    -- the first known value: seconds, then the value's number in the lowest 20 bits, so that the smallest is the earliest,
    -- whatever the order of the file
    min(events.event_second * 1048576 + device.number) as first_device,
    min(events.event_second * 1048576 + browser.number) as first_browser,
    min(events.event_second * 1048576 + source.number) as first_source,
    min(events.event_second * 1048576 + campaign.number) as first_campaign,
    min(events.event_second * 1048576 + country.number) as first_country,
    min(events.event_second * 1048576 + category.number) as first_category
from events
left join stages on stages.stage = events.event_type
left join dimension_values as device on device.dimension = 'device' and device.value = events.device
left join dimension_values as browser on browser.dimension = 'browser' and browser.value = events.browser
left join dimension_values as source on source.dimension = 'source' and source.value = events.source
left join dimension_values as campaign on campaign.dimension = 'campaign' and campaign.value = events.campaign
left join dimension_values as country on country.dimension = 'country' and country.value = events.country
left join dimension_values as category on category.dimension = 'category' and category.value = events.category_code
group by
    events.user_id,
    events.session_id,
    events.event_date,
    events.event_day,
    events.event_hour
