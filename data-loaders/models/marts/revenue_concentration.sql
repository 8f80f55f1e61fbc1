-- one row per share of the buyers (the best 1, 5, 10, 20 and 50 in 100): what they bring in
with buyers as (

    select
        revenue,
        row_number() over (order by revenue desc) as place,
        count(*) over () as buyers
    from core.users
    where purchases > 0 and revenue > 0

),

shares as (

    select 0.01 as buyer_share
    union all
    select 0.05
    union all
    select 0.1
    union all
    select 0.2
    union all
    select 0.5

),

totals as (

    select sum(revenue) as revenue from buyers

)

select
    cast(shares.buyer_share as double) as buyer_share,
    count(*) as buyers,
    cast(sum(buyers.revenue) as double) as revenue,
    cast(sum(buyers.revenue) as double) / cast(max(totals.revenue) as double) as revenue_share
from shares
inner join buyers on buyers.place <= ceil(shares.buyer_share * buyers.buyers)
cross join totals
group by shares.buyer_share
having count(*) >= (select minimum_group_size from settings.thresholds)
order by buyer_share
