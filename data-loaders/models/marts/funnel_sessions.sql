-- one row per stage: sessions that reached it in any order
select
    stage,
    position,
    reach_flag,
    members as sessions,
    also_previous,
    conversion_from_previous,
    drop_off_from_previous,
    share_of_first,
    strict_conversion_from_previous,
    conversion_low,
    conversion_high,
    strict_conversion_low,
    strict_conversion_high,
    has_enough_members as has_enough_sessions
from core.funnel_steps
where unit = 'sessions'
order by position
