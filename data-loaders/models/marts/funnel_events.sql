-- one row per published session of people who have several stages, and run of events of one stage among all theirs: when it began
select
    sessions.user_number,
    runs.session_number,
    runs.second,
    cast(runs.position as tinyint) as position
from analysis.stage_runs as runs
inner join marts.sessions as sessions on sessions.session_number = runs.session_number
order by runs.session_number, runs.second, runs.position
