-- one row per stage that the data has, in funnel order; reach_flag is its bit in the stages that somebody reached
with stages as (

    select * from settings.stages

),

event_types as (

    select distinct event_type from staging.item_activity

)

select
    stages.stage,
    row_number() over (order by stages.position) as position,
    stages.reach_flag
from stages
inner join event_types on event_types.event_type = stages.stage
