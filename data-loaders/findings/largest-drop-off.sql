-- the step of the users' funnel that most people leave at, with what one of those who go on is worth
with funnel_users as (

    select * from marts.funnel_users

),

-- fewer people than at a later stage: the shop does not record this stage for everybody who passes it, and losses there
-- would be made up
unreliable as (

    select distinct earlier.stage
    from funnel_users as earlier
    inner join funnel_users as later on later.position > earlier.position and later.users > earlier.users

),

reliable as (

    select * from funnel_users where stage not in (select stage from unreliable)

),

steps as (

    select
        lag(stage) over (order by position) as previous_stage,
        stage,
        position,
        lag(users) over (order by position) as previous_users,
        users
    from reliable

)

select
    steps.previous_stage,
    steps.stage,
    steps.previous_users,
    steps.users,
    kpis.revenue / nullif(steps.users, 0) as revenue_per_user,
    kpis.purchasing_users,
    kpis.revenue_per_buyer,
    kpis.revenue_per_buyer_low,
    kpis.revenue_per_buyer_high,
    bounds.seconds,
    thresholds.minimum_trials,
    (select min(stage) from unreliable) as unreliable_stage
from steps
cross join marts.kpis as kpis
cross join core.bounds as bounds
cross join settings.thresholds as thresholds
where steps.previous_users is not null
order by steps.previous_users - steps.users desc, steps.position
limit 1
