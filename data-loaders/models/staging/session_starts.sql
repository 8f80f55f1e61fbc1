-- one row per file, user and moment with events, where the file has no sessions: how many sessions the user has had so far in it
-- view
with events as (

    select file, user_id, event_at
    from staging.clean_events
    where not has_sessions
    group by file, user_id, event_at

),

idle as (

    select idle_minutes * interval '1' minute as idle_time from settings.thresholds

),

gaps as (

    select
        file,
        user_id,
        event_at,
        lag(event_at) over (partition by file, user_id order by event_at) as previous_at
    from events

),

starts as (

    select
        file,
        user_id,
        event_at,
        -- a new session after more than the idle time, as the web's analytics tools count
        case when previous_at is null or event_at > previous_at + idle_time then 1 else 0 end as is_start
    from gaps
    cross join idle

)

select
    file,
    user_id,
    event_at,
    cast(sum(is_start) over (partition by file, user_id order by event_at) as bigint) as session_number
from starts
