-- one row per session: who, when, in what circumstances, and what happened in it
-- view
select
    session_key,
    user_id,
    repeat_user_number,
    user_key,
    user_first_event_at,
    first_event_at as started_at,
    last_event_at as ended_at,
    events,
    views,
    carts,
    purchases,
    orders,
    revenue,
    reached_stages,
    device,
    browser,
    source,
    campaign,
    country,
    -- what core.category_labels names
    file as category_file,
    first_category % 1048576 as category_number,
    cast(null as varchar) as category
from core.numbered_activity
where has_session and repeat_session_number is null

union all

select
    session_key,
    user_id,
    repeat_user_number,
    user_key,
    user_first_event_at,
    started_at,
    ended_at,
    events,
    views,
    carts,
    purchases,
    orders,
    revenue,
    reached_stages,
    device,
    browser,
    source,
    campaign,
    country,
    cast(null as bigint) as category_file,
    cast(null as bigint) as category_number,
    category
from core.session_totals
