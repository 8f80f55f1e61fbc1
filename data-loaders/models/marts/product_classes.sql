-- one row per class of products: A makes up the first 80 % of the revenue, B the next 15 %, C the rest; "none" has no revenue. No row where nothing has any
with products as (

    select product_id, views, coalesce(revenue, 0) as revenue from core.products

),

ranked as (

    select
        views,
        revenue,
        sum(revenue) over () as total,
        sum(revenue) over (order by revenue desc, product_id rows unbounded preceding) - revenue as better
    from products

),

classed as (

    select
        views,
        revenue,
        case when revenue <= 0 then 'none' when better < 0.8 * total then 'A' when better < 0.95 * total then 'B' else 'C' end as class
    from ranked
    where total > 0

)

select
    class,
    count(*) as products,
    cast(sum(views) as bigint) as views,
    cast(sum(revenue) as double) as revenue
from classed
group by class
order by class = 'none', class
