-- one row per user with several activities and span of an activity that has no session in its file: the user's session it is part of
with activity as (

    select
        activity.user_id,
        activity.first_event_at,
        activity.last_event_at
    from staging.activity as activity
    inner join core.repeat_users as repeat_users on repeat_users.user_id = activity.user_id
    where activity.session_number is not null

),

idle as (

    select idle_minutes * interval '1' minute as idle_time from settings.thresholds

),

-- a session may go on in another file
gaps as (

    select
        activity.*,
        max(last_event_at) over (
            partition by user_id
            order by first_event_at, last_event_at
            rows between unbounded preceding and 1 preceding
        ) as previous_at
    from activity

),

starts as (

    select
        gaps.*,
        case when previous_at is null or first_event_at > previous_at + idle_time then 1 else 0 end as is_start
    from gaps
    cross join idle

),

numbered as (

    select
        starts.*,
        sum(is_start) over (
            partition by user_id
            order by first_event_at, last_event_at, is_start desc
            rows between unbounded preceding and current row
        ) as session_number
    from starts

)

-- activities of the same span are part of the same session
select
    user_id,
    first_event_at,
    last_event_at,
    cast(max(session_number) as bigint) as session_number
from numbered
group by user_id, first_event_at, last_event_at
