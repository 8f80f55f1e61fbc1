-- one row per unit (users or sessions) and stage: how many reached it, and how many of them the stage before, in any order
with stages as (

    select * from core.stages

),

reached as (

    select 'users' as unit, reached_stages, count(*) as members from core.users group by reached_stages

    union all

    select 'sessions' as unit, reached_stages, count(*) as members from core.sessions group by reached_stages

),

steps as (

    select
        stages.stage,
        stages.position,
        stages.reach_flag,
        coalesce(before.reach_flag, 0) as previous_flag
    from stages
    left join stages as before on before.position = stages.position - 1

)

select
    reached.unit,
    steps.stage,
    steps.position,
    steps.reach_flag,
    cast(sum(members) as bigint) as members,
    cast(sum(case when (reached_stages & previous_flag) > 0 then members else 0 end) as bigint) as also_previous
from steps
inner join reached on (reached.reached_stages & steps.reach_flag) > 0
group by reached.unit, steps.stage, steps.position, steps.reach_flag
