-- one row per user with several activities: what they did in all of them
with activity as (

    select * from core.activity where repeat_user_number is not null

)

select
    repeat_user_number,
    max(user_id) as user_id,
    min(first_event_at) as first_event_at,
    max(last_event_at) as last_event_at,
    cast(sum(events) as integer) as events,
    cast(sum(views) as integer) as views,
    cast(sum(carts) as integer) as carts,
    cast(sum(purchases) as integer) as purchases,
    cast(sum(orders) as integer) as orders,
    sum(revenue) as revenue,
    bit_or(reached_stages) as reached_stages,
    count(*) filter (where has_session and repeat_session_number is null)
        + count(distinct repeat_session_number) as sessions,
    count(distinct event_date) as active_days
from activity
group by repeat_user_number
