-- one row per published session of people who have several stages, and run of events of one stage among all theirs: when it began
with placed as (

    -- DuckDB's number of a row in its table, as marts.sessions numbers them
    select
        rowid + 1 as session_number,
        session_key,
        started_at,
        likeness
    from core.published_sessions

),

-- who has one stage alone takes no step: the sessions say all there is to know
steppers as (

    select user_number
    from marts.sessions
    group by user_number
    having (bit_or(reached_stages) & (bit_or(reached_stages) - 1)) > 0

),

sessions as (

    select
        sessions.user_number,
        placed.*
    from marts.sessions as sessions
    inner join steppers on steppers.user_number = sessions.user_number
    inner join placed on placed.session_number = sessions.session_number

),

-- a session that users share is its owner's, with all that happened in it
followed as (

    select
        sessions.user_number,
        sessions.session_number,
        events.event_second,
        events.position,
        lag(events.position) over (
            partition by sessions.user_number order by events.event_second, events.position
        ) as previous_position
    from analysis.stage_events as events
    inner join sessions on sessions.session_key = events.session_key

),

numbered as (

    select
        *,
        -- events of one second and stage are peers: all of them are in the run that one of them begins
        sum(case when previous_position = position then 0 else 1 end) over (
            partition by user_number order by event_second, position
        ) as run
    from followed

),

-- more of the same session in a run is reached by nothing that does not reach the first
runs as (

    select
        user_number,
        session_number,
        position,
        min(event_second) as event_second
    from numbered
    group by user_number, session_number, position, run

),

first_events as (

    select user_number, min(event_second) as event_second from runs group by user_number

),

-- sessions that are alike but for their events are numbered in no particular order: here by their events
alike as (

    select started_at, likeness
    from sessions
    group by started_at, likeness
    having count(*) > 1

),

histories as (

    select
        sessions.started_at,
        sessions.likeness,
        sessions.session_number,
        string_agg(cast(runs.event_second * 64 + runs.position as varchar), ' ' order by runs.event_second, runs.position) as history
    from sessions
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
    runs.user_number,
    coalesce(renumbered.session_number, runs.session_number) as session_number,
    -- 32 bits would end after 68 years
    runs.event_second - first_events.event_second as second,
    cast(runs.position as tinyint) as position
from runs
inner join first_events on first_events.user_number = runs.user_number
left join renumbered on renumbered.number_before = runs.session_number
order by coalesce(renumbered.session_number, runs.session_number), second, runs.position
