-- one row per unit (users or sessions) and stage: how many reached it, in any order, and how many were lost before it
with steps as (

    select 1 as place, 'users' as unit, * from marts.funnel_users
    union all
    select 2 as place, 'sessions' as unit, * from marts.funnel_sessions

)

select
    unit,
    stage,
    position,
    users as members,
    conversion_from_previous,
    drop_off_from_previous,
    share_of_first,
    conversion_low,
    conversion_high,
    strict_conversion_from_previous,
    strict_conversion_low,
    strict_conversion_high
from steps
order by place, position
