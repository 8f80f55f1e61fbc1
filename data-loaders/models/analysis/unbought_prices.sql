-- one row per product that is viewed and never bought: what its events say that it costs, on average
with unbought as (

    select product_id from core.products where purchases = 0 and views > 0

)

select
    events.product_id,
    cast(sum(events.price) as double) / count(events.price) as price
from staging.clean_events as events
inner join unbought on unbought.product_id = events.product_id
where events.price is not null
group by events.product_id
