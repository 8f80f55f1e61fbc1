-- one row per unit (users, sessions) and row of analysis.stage_events of a unit with several stages, and one per stage for all units that have it alone: how many they are
select
    'users' as unit,
    user_key,
    session_key,
    event_second,
    position,
    cast(1 as bigint) as weight
from analysis.stage_events
where is_user_busy

union all

select
    'users',
    min(user_key),
    min(session_key),
    min(event_second),
    position,
    count(distinct user_key)
from analysis.stage_events
where not is_user_busy
group by position

union all

select
    'sessions',
    user_key,
    session_key,
    event_second,
    position,
    1
from analysis.stage_events
where is_session_busy

union all

select
    'sessions',
    min(user_key),
    min(session_key),
    min(event_second),
    position,
    count(distinct session_key)
from analysis.stage_events
where not is_session_busy and session_key is not null
group by position
