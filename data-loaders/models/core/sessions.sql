-- one row per session: who, when, in what circumstances, and what happened in it
with activity as (

    select * from core.activity where session_id is not null

)

select
    session_id,
    -- a session that users share goes to one of them
    min(user_id) as user_id,
    min(first_event_at) as started_at,
    max(last_event_at) as ended_at,
    cast(sum(events) as bigint) as events,
    cast(sum(views) as bigint) as views,
    cast(sum(carts) as bigint) as carts,
    cast(sum(purchases) as bigint) as purchases,
    sum(revenue) as revenue,
    bit_or(reached_stages) as reached_stages,
    -- numbers of core.dimension_values
    min(first_device) % 1048576 as device,
    min(first_browser) % 1048576 as browser,
    min(first_source) % 1048576 as source,
    min(first_campaign) % 1048576 as campaign,
    min(first_country) % 1048576 as country,
    min(first_category) % 1048576 as category
from activity
group by session_id
