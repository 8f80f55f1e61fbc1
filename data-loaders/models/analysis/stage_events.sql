-- one row per user, session (null where an event has none) and change of stage in the order of the user's events; where user and session have one stage, one row per activity
with activities as (

    select * from core.numbered_activity

),

-- what several users did in one session is counted as one way, and may be counted as its owner's
shared_sessions as (

    select session_key, user_key from core.session_totals where users > 1

),

-- who has one stage alone takes no step, however often they have it
busy_users as (

    select user_key from core.users where (reached_stages & (reached_stages - 1)) > 0

    union

    select user_key from shared_sessions

),

busy_sessions as (

    select session_key from core.sessions where (reached_stages & (reached_stages - 1)) > 0

),

marked_activities as (

    select
        file,
        file_row,
        activity_number,
        user_key,
        session_key,
        user_key in (select user_key from busy_users) as is_user_busy,
        coalesce(session_key in (select session_key from busy_sessions), false) as is_session_busy
    from activities

),

busy_activities as (

    select * from marked_activities where is_user_busy or is_session_busy

),

located_activities as (

    select
        located.file,
        located.user_id,
        located.user_session,
        located.session_number,
        date_trunc('hour', located.first_event_at) as hour_at,
        busy_activities.user_key,
        busy_activities.session_key,
        busy_activities.is_user_busy,
        busy_activities.is_session_busy
    from staging.activity as located
    inner join busy_activities
        on busy_activities.file = located.file
        and busy_activities.file_row = located.file_row_number

),

busy_events as (

    select
        located.user_key,
        located.session_key,
        located.is_user_busy,
        located.is_session_busy,
        cast(floor(extract(epoch from events.event_at)) as bigint) as event_second,
        stages.position
    from staging.clean_events as events
    inner join core.stages as stages on stages.stage = events.event_type
    left join staging.session_starts as session_starts
        on session_starts.file = events.file
        and session_starts.user_id = events.user_id
        and session_starts.event_at = events.event_at
    inner join located_activities as located
        on located.file = events.file
        and located.user_id = events.user_id
        and located.user_session is not distinct from events.user_session
        and located.session_number is not distinct from session_starts.session_number
        and located.hour_at = date_trunc('hour', events.event_at)

),

followed as (

    select
        busy_events.*,
        lag(position) over same_user as previous_position,
        lag(session_key) over same_user as previous_session_key
    from busy_events
    window same_user as (partition by user_key order by event_second, position, session_key)

)

-- an event right after one of the same stage and session is reached by nothing that does not reach that one, unless others'
-- events can stand between
select
    user_key,
    session_key,
    event_second,
    position,
    -- whether the user, or the session, has several stages
    is_user_busy,
    is_session_busy,
    -- whether user and session have no other row
    false as is_lone
from followed
where
    previous_position is distinct from position
    or previous_session_key is distinct from session_key
    or session_key in (select session_key from shared_sessions)
    or user_key in (select user_key from shared_sessions)

union all

select
    activities.user_key,
    activities.session_key,
    cast(floor(extract(epoch from activities.first_event_at)) as bigint),
    stages.position,
    false,
    false,
    activities.repeat_user_number is null and activities.repeat_session_number is null
from activities
inner join core.stages as stages on stages.reach_flag = activities.reached_stages
where activities.activity_number not in (select activity_number from busy_activities)
