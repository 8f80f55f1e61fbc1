-- one row per product: its attributes as far as they are known, and what happened to it
with events as (

    select * from core.events where product_id is not null

)

select
    product_id,
    coalesce(max(brand) filter (where not is_brand_missing), 'Unknown') as brand,
    coalesce(max(category_code) filter (where not is_category_missing), 'Unknown') as category_code,
    count(*) filter (where event_type = 'view') as views,
    count(*) filter (where event_type = 'cart') as carts,
    count(*) filter (where event_type = 'purchase') as purchases,
    count(distinct user_id) as users,
    sum(revenue) as revenue
from events
group by product_id
