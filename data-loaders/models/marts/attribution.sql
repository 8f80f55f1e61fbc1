-- one row per channel and model of attribution: the orders, and their revenue, that the model credits the channel with
with columns as (

    select
        bool_or(is_present) filter (where column_name = 'source') as has_source,
        bool_or(is_present) filter (where column_name = 'price') as has_price
    from core.columns

),

models as (

    select 'last_non_direct' as model
    union all
    select 'first'
    union all
    select 'linear'
    union all
    select 'position'
    union all
    select 'time_decay'
    union all
    select 'markov'
    union all
    select 'shapley'

),

channels as (

    select credited_channel as channel, sum(cost) as cost from analysis.channels group by credited_channel

),

folded as (

    select
        channels.credited_channel as channel,
        credits.model,
        sum(credits.orders order by credits.channel) as orders,
        sum(credits.revenue order by credits.channel) as revenue
    from analysis.credits as credits
    inner join analysis.channels as channels on channels.channel = credits.channel
    group by channels.credited_channel, credits.model

),

totals as (

    select model, sum(orders order by channel) as orders from folded group by model

),

credited as (

    select
        channels.channel,
        models.model,
        coalesce(folded.orders, 0) as orders,
        case when columns.has_price then coalesce(folded.revenue, 0) end as revenue,
        coalesce(folded.orders, 0) / nullif(totals.orders, 0) as share,
        cast(channels.cost as double) as cost
    from channels
    cross join models
    cross join columns
    left join folded on folded.channel = channels.channel and folded.model = models.model
    left join totals on totals.model = models.model
    where columns.has_source

)

select
    channel,
    model,
    orders,
    revenue,
    share,
    min(orders) over (partition by channel) as orders_low,
    max(orders) over (partition by channel) as orders_high,
    cost,
    cost / nullif(orders, 0) as cost_per_order,
    revenue / nullif(cost, 0) as return_on_ad_spend
from credited
order by channel, model
