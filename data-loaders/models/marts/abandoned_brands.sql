-- one row per brand of products left in carts, Unknown where the event names none; Other for those of too few people
with left_behind as (

    select
        user_id,
        coalesce(brand, 'Unknown') as brand,
        cart_value
    from core.carts_left_behind

),

brand_users as (

    select
        brand,
        user_id,
        count(*) as carts,
        sum(cart_value) as cart_value
    from left_behind
    group by brand, user_id

),

brands as (

    select
        brand,
        cast(sum(carts) as bigint) as carts,
        count(*) as users,
        sum(cart_value) as cart_value
    from brand_users
    group by brand

),

-- a brand that is called Other joins them, so that there is one row of that name
rare_brands as (

    select brand
    from brands
    where users < (select minimum_group_size from settings.thresholds) or brand = 'Other'

),

folded as (

    select brand, carts, users, cart_value
    from brands
    where brand not in (select brand from rare_brands)

    union all

    select
        'Other' as brand,
        cast(sum(carts) as bigint) as carts,
        count(distinct user_id) as users,
        sum(cart_value) as cart_value
    from brand_users
    where brand in (select brand from rare_brands)
    having count(*) > 0

)

select
    brand,
    carts,
    users,
    coalesce(cast(cart_value as double), 0) as value
from folded
order by value desc, brand
