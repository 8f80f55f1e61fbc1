-- one row per category code, Unknown where the event names none
with items as (

    select * from core.items

),

totals as (

    select
        category_code,
        cast(sum(views) as bigint) as views,
        cast(sum(carts) as bigint) as carts,
        cast(sum(purchases) as bigint) as purchases,
        sum(revenue) as revenue
    from items
    group by category_code

),

everything as (

    select sum(revenue) as revenue from totals

)

select
    category_code,
    views,
    carts,
    purchases,
    coalesce(cast(totals.revenue as double), 0) as revenue,
    cast(purchases as double) / nullif(views, 0) as purchase_rate,
    coalesce(cast(totals.revenue as double), 0) / nullif(cast(everything.revenue as double), 0) as revenue_share
from totals
cross join everything
order by category_code
