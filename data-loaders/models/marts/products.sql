-- one row per product
with products as (

    select * from core.products

),

everything as (

    select sum(revenue) as revenue from products

)

select
    product_id,
    brand,
    category_code,
    views,
    carts,
    purchases,
    coalesce(cast(products.revenue as double), 0) as revenue,
    cast(purchases as double) / nullif(views, 0) as purchase_rate,
    coalesce(cast(products.revenue as double), 0) / nullif(cast(everything.revenue as double), 0) as revenue_share
from products
cross join everything
order by product_id
