-- one row per user with several activities: the days of their first and last visit and first two purchases, the circumstances of their first session (Unknown where it does not say), and their cluster
with user_days as (

    select * from core.user_days

),

visits as (

    select
        repeat_user_number,
        min(event_date) as first_visit_on,
        max(event_date) as last_visit_on,
        min(event_date) filter (where purchases > 0) as first_purchase_on
    from user_days
    group by repeat_user_number

),

buying_days as (

    select
        repeat_user_number,
        event_date,
        sum(orders) over (partition by repeat_user_number order by event_date) as orders_so_far
    from user_days
    where purchases > 0

),

second_purchases as (

    select repeat_user_number, min(event_date) as second_purchase_on
    from buying_days
    where orders_so_far > 1
    group by repeat_user_number

),

sessions as (

    select
        repeat_user_number,
        device,
        source,
        started_at,
        min(started_at) over (partition by repeat_user_number) as first_started_at
    from core.sessions
    where repeat_user_number is not null

),

-- of sessions that begin at the same moment, what is known, the first by the alphabet
first_sessions as (

    select repeat_user_number, min(device) as device, min(source) as source
    from sessions
    where started_at = first_started_at
    group by repeat_user_number

)

select
    visits.repeat_user_number,
    visits.first_visit_on,
    visits.last_visit_on,
    visits.first_purchase_on,
    second_purchases.second_purchase_on,
    coalesce(first_sessions.device, 'Unknown') as device,
    coalesce(first_sessions.source, 'Unknown') as source,
    labels.cluster
from visits
left join second_purchases on second_purchases.repeat_user_number = visits.repeat_user_number
left join first_sessions on first_sessions.repeat_user_number = visits.repeat_user_number
left join segmentation.labels as labels on labels.user_key = -visits.repeat_user_number
