-- one row per raw event: our columns, typed, with the first reason to reject it (null for a good one)
-- view
with raw_events as (

    select * from raw.events

),

event_types as (

    select * from settings.event_types

),

has_price as (

    select is_present as has_price from settings.columns where column_name = 'price'

),

typed as (

    select
        raw_events.event_time as raw_event_time,
        raw_events.event_type as raw_event_type,
        raw_events.price as raw_price,
        -- a time with an offset is turned into UTC, which costs too much to do for every row
        case when strpos(raw_events.event_time, '+') > 0 or strpos(substr(raw_events.event_time, 12), '-') > 0
            then try_cast(raw_events.event_time as timestamptz) at time zone 'UTC'
            else try_cast(raw_events.event_time as timestamp)
        end as event_at,
        event_types.event_type,
        nullif(raw_events.user_id, '') as user_id,
        nullif(raw_events.user_session, '') as user_session,
        nullif(raw_events.product_id, '') as product_id,
        nullif(raw_events.category_id, '') as category_id,
        nullif(raw_events.category_code, '') as category_code,
        nullif(raw_events.brand, '') as brand,
        try_cast(raw_events.price as decimal(18, 4)) as price,
        try_cast(raw_events.quantity as decimal(18, 4)) as quantity,
        nullif(raw_events.order_id, '') as order_id,
        nullif(raw_events.device, '') as device,
        nullif(raw_events.browser, '') as browser,
        nullif(raw_events.os, '') as os,
        nullif(raw_events.source, '') as source,
        nullif(raw_events.medium, '') as medium,
        nullif(raw_events.campaign, '') as campaign,
        nullif(raw_events.country, '') as country,
        nullif(raw_events.city, '') as city,
        nullif(raw_events.page, '') as page,
        nullif(raw_events.referrer, '') as referrer
    from raw_events
    left join event_types on event_types.value = lower(trim(raw_events.event_type))

),

judged as (

    select
        typed.*,
        case
            -- other years are slips of a clock or a format, and would make a calendar without end
            when event_at is null or event_at < timestamp '1990-01-01' or event_at >= timestamp '2100-01-01'
                then 'unreadable_event_time'
            when event_type is null then 'unknown_event_type'
            when user_id is null then 'missing_user_id'
            when product_id is not null and coalesce(price, 0) <= 0
                and (select has_price from has_price) then 'non_positive_price'
        end as reject_reason
    from typed

)

select
    event_at,
    event_type,
    user_id,
    user_session,
    product_id,
    category_id,
    category_code,
    brand,
    price,
    quantity,
    order_id,
    device,
    browser,
    os,
    source,
    medium,
    campaign,
    country,
    city,
    page,
    referrer,
    reject_reason,
    case when reject_reason is not null then concat(
        'event_time=', coalesce(raw_event_time, ''),
        ', event_type=', coalesce(raw_event_type, ''),
        ', product_id=', coalesce(product_id, ''),
        ', price=', coalesce(raw_price, '')
    ) end as reject_example
from judged
