-- one row per category code, Unknown where the event names none
with events as (

    select * from core.events where product_id is not null

),

totals as (

    select
        category_code,
        count(*) filter (where event_type = 'view') as views,
        count(*) filter (where event_type = 'cart') as carts,
        count(*) filter (where event_type = 'purchase') as purchases,
        sum(revenue) as revenue
    from events
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
