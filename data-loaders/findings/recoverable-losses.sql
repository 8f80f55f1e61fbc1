-- the loss that is worth most before the last step: a device or browser that does not get as far as the best one like it
with losses as (

    select
        impact.*,
        row_number() over (order by recoverable_revenue desc nulls last, excess_loss desc, dimension, value, stage) as place
    from marts.impact as impact
    where
        verdict = 'loss'
        and counts_in_total
        -- what is lost at the last step is the finding about checkout problems
        and stage <> (select stage from marts.funnel_sessions order by position desc limit 1)

),

watched as (

    select count(*) as rows, count(*) filter (where verdict <> 'too_few_to_tell') as compared
    from marts.impact
    where is_actionable

)

select
    watched.compared,
    losses.*
from watched
left join losses on losses.place = 1
where watched.rows > 0
