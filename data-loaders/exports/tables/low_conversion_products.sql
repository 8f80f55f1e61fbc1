-- one row per product with many views and no purchase, the one viewed most first
select
    product_id,
    brand,
    category_code,
    views,
    carts,
    purchases,
    purchase_rate,
    view_purchase_gap
from marts.low_conversion_products
order by views desc, product_id
