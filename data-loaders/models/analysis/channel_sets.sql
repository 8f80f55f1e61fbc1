-- one row per set of channels (their numbers, the lowest first, separated by spaces) that are on the way to purchases: what was bought after exactly these
with touches as (

    select
        touches.purchase_key,
        channels.number,
        touches.orders,
        touches.revenue
    from analysis.touches as touches
    inner join analysis.channels as channels on channels.channel = touches.channel

),

purchases as (

    select
        purchase_key,
        min(number) as lowest_number,
        max(number) as highest_number,
        max(orders) as orders,
        max(revenue) as revenue
    from touches
    group by purchase_key

),

-- most purchases have one channel, whose number needs no list
lists as (

    select purchase_key, string_agg(cast(number as varchar), ' ' order by number) as channel_numbers
    from (
        select distinct touches.purchase_key, touches.number
        from touches
        inner join purchases on purchases.purchase_key = touches.purchase_key
        where purchases.lowest_number < purchases.highest_number
    ) as members
    group by purchase_key

),

sets as (

    select
        coalesce(lists.channel_numbers, cast(purchases.lowest_number as varchar)) as channel_numbers,
        purchases.orders,
        purchases.revenue
    from purchases
    left join lists on lists.purchase_key = purchases.purchase_key

)

select
    channel_numbers,
    cast(sum(orders) as bigint) as orders,
    coalesce(cast(sum(revenue) as double), 0) as revenue
from sets
group by channel_numbers
