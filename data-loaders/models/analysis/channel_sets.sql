-- one row per set of channels (their numbers, the lowest first, separated by spaces) that are on the way to purchases: what was bought after exactly these
with members as (

    select distinct
        touches.purchase_key,
        channels.number,
        touches.orders,
        touches.revenue
    from analysis.touches as touches
    inner join analysis.channels as channels on channels.channel = touches.channel

),

sets as (

    select
        purchase_key,
        string_agg(cast(number as varchar), ' ' order by number) as channel_numbers,
        max(orders) as orders,
        max(revenue) as revenue
    from members
    group by purchase_key

)

select
    channel_numbers,
    cast(sum(orders) as bigint) as orders,
    coalesce(cast(sum(revenue) as double), 0) as revenue
from sets
group by channel_numbers
