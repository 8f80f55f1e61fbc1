-- one row per product with many views and no purchase
with products as (

    select * from core.products

),

thresholds as (

    select * from settings.thresholds

)

select
    product_id,
    brand,
    category_code,
    views,
    carts,
    purchases,
    cast(purchases as double) / nullif(views, 0) as purchase_rate,
    views - purchases as view_purchase_gap
from products
cross join thresholds
where purchases = 0 and views >= minimum_product_views
order by views desc, product_id
