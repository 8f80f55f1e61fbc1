-- one row per published session, without ids: its day, its circumstances, how far it came; rare circumstances read Other
with first_places as (

    -- DuckDB's number of a row in its table, which is in order; a window over all rows takes three times as long
    select repeat_user_number, min(rowid) as place
    from core.published_sessions
    where repeat_user_number is not null
    group by repeat_user_number

),

sessions as (

    select
        published.rowid as place,
        published.started_at,
        published.ended_at,
        published.reached_stages,
        published.events,
        published.views,
        published.carts,
        published.purchases,
        published.orders,
        cast(published.revenue as double) as revenue,
        published.device,
        published.browser,
        published.source,
        published.campaign,
        published.country,
        published.category,
        -- a number that says nothing about an id
        coalesce(first_places.place, published.rowid) + 1 as user_number,
        case when published.started_at = published.user_first_event_at then 'new' else 'returning' end as visitor
    from core.published_sessions as published
    left join first_places on first_places.repeat_user_number = published.repeat_user_number

),

-- apart, so that few columns are carried along
segments as (

    select
        published_sessions.rowid as place,
        segments.segment
    from core.published_sessions as published_sessions
    inner join segmentation.labels as labels on labels.user_key = published_sessions.user_key
    inner join segmentation.segments as segments on segments.cluster = labels.cluster

),

-- of sessions of people with several stages; within a second, the stage that comes later in the funnel is the last
last_runs as (

    select session_number, max(second * 64 + position) % 64 as position
    from analysis.stage_runs
    group by session_number

),

last_stages as (

    select last_runs.session_number, stages.reach_flag
    from last_runs
    inner join core.stages as stages on stages.position = last_runs.position

),

left_behind as (

    select session_number, sum(cart_value) as cart_value
    from analysis.session_carts
    group by session_number

),

prices as (

    select is_present as has_price from core.columns where column_name = 'price'

),

held as (

    select 'device' as dimension, device as value, repeat_user_number from core.published_sessions where device is not null
    union all
    select 'browser', browser, repeat_user_number from core.published_sessions where browser is not null
    union all
    select 'source', source, repeat_user_number from core.published_sessions where source is not null
    union all
    select 'campaign', campaign, repeat_user_number from core.published_sessions where campaign is not null
    union all
    select 'country', country, repeat_user_number from core.published_sessions where country is not null
    union all
    select 'category', category, repeat_user_number from core.published_sessions where category is not null

),

common as (

    select dimension, value
    from held
    group by dimension, value
    -- who has no number has one session
    having count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number)
        >= (select minimum_group_size from settings.thresholds)

)

select
    sessions.place + 1 as session_number,
    sessions.user_number,
    cast(sessions.started_at as date) as started_on,
    cast(extract(hour from sessions.started_at) as tinyint) as started_hour,
    -- at most what 32 bits hold: an id that comes back after 68 years
    cast(least(
        floor(extract(epoch from sessions.ended_at)) - floor(extract(epoch from sessions.started_at)), 2147483647
    ) as integer) as seconds,
    case when sessions.device is not null then coalesce(device.value, 'Other') end as device,
    case when sessions.browser is not null then coalesce(browser.value, 'Other') end as browser,
    case when sessions.source is not null then coalesce(source.value, 'Other') end as source,
    case when sessions.campaign is not null then coalesce(campaign.value, 'Other') end as campaign,
    case when sessions.country is not null then coalesce(country.value, 'Other') end as country,
    case when sessions.category is not null then coalesce(category.value, 'Other') end as category,
    sessions.visitor,
    segments.segment,
    sessions.reached_stages,
    stages.stage as last_stage,
    sessions.events,
    sessions.views,
    sessions.carts,
    sessions.purchases,
    cast(sessions.orders as integer) as orders,
    coalesce(sessions.revenue, 0) as revenue,
    case when prices.has_price then coalesce(cast(left_behind.cart_value as double), 0) end as cart_value,
    -- the least that a bucket holds; each ends before the next begins
    case
        when not prices.has_price then null
        when coalesce(left_behind.cart_value, 0) <= 0 then 'none'
        when left_behind.cart_value < 10 then '0'
        when left_behind.cart_value < 25 then '10'
        when left_behind.cart_value < 50 then '25'
        when left_behind.cart_value < 100 then '50'
        when left_behind.cart_value < 250 then '100'
        when left_behind.cart_value < 500 then '250'
        when left_behind.cart_value < 1000 then '500'
        else '1000'
    end as cart_bucket
from sessions
cross join prices
left join last_stages on last_stages.session_number = sessions.place + 1
-- who has one stage has it last
left join core.stages as stages on stages.reach_flag = coalesce(last_stages.reach_flag, sessions.reached_stages)
left join left_behind on left_behind.session_number = sessions.place + 1
left join segments on segments.place = sessions.place
left join common as device on device.dimension = 'device' and device.value = sessions.device
left join common as browser on browser.dimension = 'browser' and browser.value = sessions.browser
left join common as source on source.dimension = 'source' and source.value = sessions.source
left join common as campaign on campaign.dimension = 'campaign' and campaign.value = sessions.campaign
left join common as country on country.dimension = 'country' and country.value = sessions.country
left join common as category on category.dimension = 'category' and category.value = sessions.category
order by sessions.place
