-- one row per product, category and brand as a file's events name them: what happened to it
select
    product_id,
    category_id,
    category_code,
    brand,
    event_type,
    cast(count(*) as bigint) as events,
    sum(revenue) as revenue
from staging.clean_events
group by product_id, category_id, category_code, brand, event_type
