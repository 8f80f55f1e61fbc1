-- one row per published session and brand of products left behind in its cart, Unknown where the event names none; Other for those that too few people left behind
with products as (

    select
        session_number,
        coalesce(brand, 'Unknown') as brand,
        cart_value
    from analysis.session_carts

),

prices as (

    select is_present as has_price from core.columns where column_name = 'price'

),

named as (

    select
        products.session_number,
        coalesce(brands.brand, 'Other') as brand,
        products.cart_value
    from products
    left join marts.abandoned_brands as brands on brands.brand = products.brand

)

select
    named.session_number,
    named.brand,
    count(*) as products,
    case when prices.has_price then coalesce(cast(sum(named.cart_value) as double), 0) end as value
from named
cross join prices
group by named.session_number, named.brand, prices.has_price
order by named.session_number, named.brand
