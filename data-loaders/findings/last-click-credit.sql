-- of the channels with enough orders to tell, the one whose credit by the last click differs most from what removing it would cost (Markov), in standard errors; direct visits, which the last click
-- leaves out by its rule, are left out of both
with credits as (

    select
        last.channel,
        last.orders as last_orders,
        markov.orders * sum(last.orders) over () / nullif(sum(markov.orders) over (), 0) as markov_orders,
        last.orders_low,
        last.orders_high,
        sum(last.orders) over () as orders
    from marts.attribution as last
    inner join marts.attribution as markov on markov.channel = last.channel and markov.model = 'markov'
    where
        last.model = 'last_non_direct'
        and lower(last.channel) not in ('direct', '(direct)', 'none', 'unknown', 'other')

),

judged as (

    select
        credits.*,
        (last_orders - markov_orders) / nullif(sqrt(greatest(last_orders, markov_orders)), 0) as errors
    from credits
    cross join settings.thresholds as thresholds
    where greatest(last_orders, markov_orders) >= minimum_trials

),

ranked as (

    select
        judged.*,
        count(*) over () as channels,
        row_number() over (order by errors desc, channel) as from_over,
        row_number() over (order by errors, channel) as from_under
    from judged
    where errors is not null

)

-- one row also where no channel has enough
select
    totals.orders,
    over_credited.channels,
    over_credited.channel as over_channel,
    over_credited.last_orders as over_last,
    over_credited.markov_orders as over_markov,
    over_credited.orders_low as over_low,
    over_credited.orders_high as over_high,
    over_credited.errors as over_errors,
    under_credited.channel as under_channel,
    under_credited.last_orders as under_last,
    under_credited.markov_orders as under_markov,
    under_credited.orders_low as under_low,
    under_credited.orders_high as under_high,
    under_credited.errors as under_errors
from (select max(orders) as orders from credits) as totals
left join ranked as over_credited on over_credited.from_over = 1
left join ranked as under_credited on under_credited.from_under = 1
where totals.orders is not null
