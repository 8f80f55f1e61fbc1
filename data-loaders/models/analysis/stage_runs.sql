-- one row per published session of people who have several stages, and run of events of one stage among all theirs: when it began
with sessions as (

    -- DuckDB's number of a row in its table, as marts.sessions numbers them
    select
        rowid + 1 as session_number,
        session_key,
        user_key,
        started_at,
        likeness,
        reached_stages
    from core.published_sessions

),

-- who has one stage alone takes no step: the sessions say all there is to know
steppers as (

    select user_key
    from sessions
    group by user_key
    having (bit_or(reached_stages) & (bit_or(reached_stages) - 1)) > 0

),

stepping_sessions as (

    select sessions.*
    from sessions
    inner join steppers on steppers.user_key = sessions.user_key

),

-- a session that users share is its owner's, with all that happened in it
followed as (

    select
        sessions.user_key,
        sessions.session_number,
        events.event_second,
        events.position,
        lag(events.position) over (
            partition by sessions.user_key order by events.event_second, events.position
        ) as previous_position
    from analysis.stage_events as events
    inner join stepping_sessions as sessions on sessions.session_key = events.session_key

),

numbered as (

    select
        *,
        -- events of one second and stage are peers: all of them are in the run that one of them begins
        sum(case when previous_position = position then 0 else 1 end) over (
            partition by user_key order by event_second, position
        ) as run
    from followed

),

-- more of the same session in a run is reached by nothing that does not reach the first
runs as (

    select
        user_key,
        session_number,
        position,
        min(event_second) as event_second
    from numbered
    group by user_key, session_number, position, run

),

first_events as (

    select user_key, min(event_second) as event_second from runs group by user_key

),

-- sessions that are alike but for their events are numbered in no particular order: here by their events
alike as (

    select started_at, likeness
    from stepping_sessions
    group by started_at, likeness
    having count(*) > 1

),

histories as (

    select
        sessions.started_at,
        sessions.likeness,
        sessions.session_number,
        string_agg(cast(runs.event_second * 64 + runs.position as varchar), ' ' order by runs.event_second, runs.position) as history
    from stepping_sessions as sessions
    inner join alike on alike.started_at = sessions.started_at and alike.likeness = sessions.likeness
    inner join runs on runs.session_number = sessions.session_number
    group by sessions.started_at, sessions.likeness, sessions.session_number

),

renumbered as (

    select
        session_number as number_before,
        min(session_number) over (partition by started_at, likeness)
            + row_number() over (partition by started_at, likeness order by history) - 1 as session_number
    from histories

)

-- numbers that take eight bytes are smaller when compressed than those that take four
select
    coalesce(renumbered.session_number, runs.session_number) as session_number,
    -- since the person's first event of a stage; 32 bits would end after 68 years
    runs.event_second - first_events.event_second as second,
    runs.position
from runs
inner join first_events on first_events.user_key = runs.user_key
left join renumbered on renumbered.number_before = runs.session_number
