-- one row per user and moment with events, where the file has no sessions: how many sessions the user has had so far
with events as (

    select user_id, event_at
    from staging.distinct_events
    where reject_reason is null and not (select is_present from settings.columns where column_name = 'user_session')
    group by user_id, event_at

),

idle as (

    select idle_minutes * interval '1' minute as idle_time from settings.thresholds

),

gaps as (

    select
        user_id,
        event_at,
        lag(event_at) over (partition by user_id order by event_at) as previous_at
    from events

),

starts as (

    select
        user_id,
        event_at,
        -- a new session after more than the idle time, as the web's analytics tools count
        case when previous_at is null or event_at > previous_at + idle_time then 1 else 0 end as is_start
    from gaps
    cross join idle

)

select
    user_id,
    event_at,
    sum(is_start) over (partition by user_id order by event_at) as session_number
from starts
