-- one row per product that was bought, the one bought most often first; no revenue where the data has no prices
with products as (

    select * from marts.products

),

has_price as (

    select is_present as has_price from core.columns where column_name = 'price'

)

select
    product_id,
    brand,
    category_code,
    views,
    carts,
    purchases,
    case when has_price then revenue end as revenue,
    purchase_rate
from products
cross join has_price
where purchases > 0
order by purchases desc, revenue desc nulls last, product_id
