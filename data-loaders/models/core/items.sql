-- one row per product, brand and category code as the events name them, Unknown where they do not: what happened to it
-- view
select
    product_id,
    coalesce(brand, 'Unknown') as brand,
    coalesce(category_code, 'Unknown') as category_code,
    cast(coalesce(sum(events) filter (where event_type = 'view'), 0) as bigint) as views,
    cast(coalesce(sum(events) filter (where event_type = 'cart'), 0) as bigint) as carts,
    cast(coalesce(sum(events) filter (where event_type = 'purchase'), 0) as bigint) as purchases,
    sum(revenue) as revenue
from core.item_activity
where product_id is not null
group by product_id, coalesce(brand, 'Unknown'), coalesce(category_code, 'Unknown')
