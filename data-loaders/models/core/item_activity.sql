-- one row per product, brand and category code as the events name them: what happened to it
select
    product_id,
    brand,
    category_code,
    is_brand_missing,
    is_category_missing,
    count(*) filter (where event_type = 'view') as views,
    count(*) filter (where event_type = 'cart') as carts,
    count(*) filter (where event_type = 'purchase') as purchases,
    sum(revenue) as revenue
from core.events
where product_id is not null
group by
    product_id,
    brand,
    category_code,
    is_brand_missing,
    is_category_missing
