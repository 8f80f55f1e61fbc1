-- the step of the users' funnel that most people leave at, with what one of those who stay is worth
with funnel_users as (

    select * from marts.funnel_users

),

steps as (

    select
        lag(stage) over (order by position) as previous_stage,
        stage,
        position,
        lag(users) over (order by position) as previous_users,
        users,
        conversion_from_previous,
        conversion_low,
        conversion_high
    from funnel_users

)

select
    steps.*,
    kpis.revenue / nullif(steps.users, 0) as revenue_per_user,
    thresholds.minimum_trials
from steps
cross join marts.kpis as kpis
cross join settings.thresholds as thresholds
where previous_users >= steps.users
order by previous_users - steps.users desc, steps.position
limit 1
