-- one row per product: its attributes as far as they are known, and what happened to it
-- view
with item_activity as (

    select * from core.item_activity where product_id is not null

)

select
    product_id,
    coalesce(max(brand), 'Unknown') as brand,
    coalesce(max(category_code), 'Unknown') as category_code,
    cast(coalesce(sum(events) filter (where event_type = 'view'), 0) as bigint) as views,
    cast(coalesce(sum(events) filter (where event_type = 'cart'), 0) as bigint) as carts,
    cast(coalesce(sum(events) filter (where event_type = 'purchase'), 0) as bigint) as purchases,
    sum(revenue) as revenue
from item_activity
group by product_id
