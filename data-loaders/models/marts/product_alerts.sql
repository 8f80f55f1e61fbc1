-- one row per product that was viewed more than 200 times in the last 30 days of the data, and not bought in them
select
    recent.product_id,
    products.brand,
    products.category_code,
    recent.recent_views,
    products.views,
    products.purchases
from analysis.recent_products as recent
inner join core.products as products on products.product_id = recent.product_id
where recent.recent_views > 200 and recent.recent_purchases = 0
order by recent.recent_views desc, recent.product_id
