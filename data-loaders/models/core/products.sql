-- one row per product: its attributes as far as they are known, and what happened to it
with item_activity as (

    select * from core.item_activity

)

select
    product_id,
    coalesce(max(brand) filter (where not is_brand_missing), 'Unknown') as brand,
    coalesce(max(category_code) filter (where not is_category_missing), 'Unknown') as category_code,
    cast(sum(views) as bigint) as views,
    cast(sum(carts) as bigint) as carts,
    cast(sum(purchases) as bigint) as purchases,
    sum(revenue) as revenue
from item_activity
group by product_id
