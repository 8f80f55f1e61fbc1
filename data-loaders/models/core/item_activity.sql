-- one row per product, category, brand and event type as the events name them: how many events, and what they brought in
select
    product_id,
    category_id,
    category_code,
    brand,
    event_type,
    cast(sum(events) as bigint) as events,
    sum(revenue) as revenue
from staging.item_activity
group by product_id, category_id, category_code, brand, event_type
