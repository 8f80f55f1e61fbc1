-- one row per model that looks at one path at a time and channel: the orders and the revenue that it credits the channel with
with sums as (

    select
        channel,
        sum(orders * last_non_direct) as last_non_direct_orders,
        sum(orders * first) as first_orders,
        sum(orders * linear) as linear_orders,
        sum(orders * position) as position_orders,
        sum(orders * time_decay) as time_decay_orders,
        sum(revenue * last_non_direct) as last_non_direct_revenue,
        sum(revenue * first) as first_revenue,
        sum(revenue * linear) as linear_revenue,
        sum(revenue * position) as position_revenue,
        sum(revenue * time_decay) as time_decay_revenue
    from analysis.touch_weights
    group by channel

),

credits as (

    select 'last_non_direct' as model, channel, last_non_direct_orders as orders, last_non_direct_revenue as revenue from sums
    union all
    select 'first', channel, first_orders, first_revenue from sums
    union all
    select 'linear', channel, linear_orders, linear_revenue from sums
    union all
    select 'position', channel, position_orders, position_revenue from sums
    union all
    select 'time_decay', channel, time_decay_orders, time_decay_revenue from sums

)

select
    model,
    channel,
    cast(orders as double) as orders,
    coalesce(cast(revenue as double), 0) as revenue
from credits
