-- one row per brand, the one with most revenue first; no revenue where the data has no prices
with brands as (

    select * from marts.brands

),

has_price as (

    select is_present as has_price from core.columns where column_name = 'price'

)

select
    brand,
    views,
    carts,
    purchases,
    case when has_price then revenue end as revenue,
    case when has_price then revenue_share end as revenue_share,
    purchase_rate
from brands
cross join has_price
order by revenue desc nulls last, purchases desc, brand
