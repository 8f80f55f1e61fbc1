-- one row: products that are viewed a lot and never ordered, and products that are never in stock
with viewed as (

    select product_id, count(*) / sum(count(*)) over () as share
    from events
    where event_type = 'view' and product_id is not null
    group by product_id

),

stocked as (

    select product_id, max(stock) as most from inventory group by product_id

)

select
    (
        select count(*) from viewed
        where share >= 0.0028 and product_id not in (select product_id from order_items)
    ) as much_viewed_without_order,
    (select count(*) from stocked where most = 0) as never_in_stock
