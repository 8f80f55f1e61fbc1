-- one row per product
select
    product_id,
    category_id,
    name,
    brand,
    price,
    cast(price * cast(0.55 + 0.25 * demo.draw(key, 'cost') as decimal(6, 4)) as decimal(10, 2)) as cost,
    date '2020-09-20' - cast(floor(1600 * demo.draw(key, 'launched')) as integer) as launched_on
from skeleton.products
where product_no > 0
order by product_no
