-- one row per metric that is compared and explained: a rate of sessions (those that reached success_flag among those that reached trial_flag, 0 for all) or an amount that adds up
with stages as (

    select * from core.stages

),

steps as (

    select
        before.stage || '_to_' || stages.stage as metric,
        stages.position,
        before.stage as stage_before,
        stages.stage,
        before.reach_flag as trial_flag,
        stages.reach_flag as success_flag
    from stages
    inner join stages as before on before.position = stages.position - 1

),

amounts as (

    select 'sessions' as metric, 101 as position
    union all
    select 'views', 102
    union all
    select 'orders', 103
    union all
    select 'revenue', 104

)

select metric, position, 'step' as kind, stage_before, stage, trial_flag, success_flag from steps

union all

-- those with a purchase, whether or not it is a stage of the report
select 'session_conversion', 100, 'conversion', null, null, 0, 0

union all

select metric, position, 'amount', null, null, 0, 0 from amounts
