-- one row per category code, the one with most revenue first; no revenue where the data has no prices
with categories as (

    select * from marts.categories

),

has_price as (

    select is_present as has_price from core.columns where column_name = 'price'

)

select
    category_code,
    views,
    carts,
    purchases,
    case when has_price then revenue end as revenue,
    case when has_price then revenue_share end as revenue_share,
    purchase_rate
from categories
cross join has_price
order by revenue desc nulls last, purchases desc, category_code
