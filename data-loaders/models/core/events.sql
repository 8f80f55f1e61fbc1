-- one row per clean event: exact duplicates counted once, unknown attributes named, with its session and what it brought in
-- view
with distinct_events as (

    select * from staging.distinct_events where reject_reason is null

),

session_starts as (

    select * from core.session_starts

)

select
    distinct_events.event_at,
    cast(distinct_events.event_at as date) as event_date,
    -- ISO: 1 is Monday
    extract(isodow from distinct_events.event_at) as event_day,
    extract(hour from distinct_events.event_at) as event_hour,
    distinct_events.event_type,
    distinct_events.user_id,
    coalesce(
        distinct_events.user_session,
        session_starts.user_id || '-' || cast(session_starts.session_number as varchar)
    ) as session_id,
    distinct_events.product_id,
    distinct_events.category_id,
    coalesce(distinct_events.category_code, 'Unknown') as category_code,
    coalesce(distinct_events.brand, 'Unknown') as brand,
    distinct_events.category_code is null as is_category_missing,
    distinct_events.brand is null as is_brand_missing,
    distinct_events.order_id,
    distinct_events.device,
    distinct_events.browser,
    distinct_events.source,
    distinct_events.campaign,
    distinct_events.country,
    case when distinct_events.event_type = 'purchase'
        then cast(cast(distinct_events.price as decimal(38, 4)) * coalesce(distinct_events.quantity, 1) as decimal(38, 4))
    end as revenue
from distinct_events
left join session_starts
    on session_starts.user_id = distinct_events.user_id
    and session_starts.event_at = distinct_events.event_at
