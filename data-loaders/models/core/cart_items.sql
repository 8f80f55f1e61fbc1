-- one row per user and product in a cart: when it was put in, bought and taken out last, and what it was worth
with items as (

    select * from staging.cart_items

),

moments as (

    select
        user_id,
        product_id,
        max(last_cart_at) as last_cart_at,
        max(last_purchase_at) as last_purchase_at,
        max(last_removal_at) as last_removal_at
    from items
    group by user_id, product_id

)

select
    moments.user_id,
    moments.product_id,
    moments.last_cart_at,
    moments.last_purchase_at,
    moments.last_removal_at,
    max(items.cart_value) as cart_value,
    max(items.brand) as brand
from moments
inner join items
    on items.user_id = moments.user_id
    and items.product_id = moments.product_id
    and items.last_cart_at = moments.last_cart_at
group by
    moments.user_id, moments.product_id, moments.last_cart_at, moments.last_purchase_at, moments.last_removal_at
