-- one row per user and product that a file's events put into a cart, bought or took out again: when that was last
with events as (

    select * from staging.clean_events
    where event_type in ('cart', 'purchase', 'remove_from_cart') and product_id is not null

),

moments as (

    select
        user_id,
        product_id,
        max(event_at) filter (where event_type = 'cart') as last_cart_at,
        max(event_at) filter (where event_type = 'purchase') as last_purchase_at,
        max(event_at) filter (where event_type = 'remove_from_cart') as last_removal_at
    from events
    group by user_id, product_id

),

-- what lay in the cart when it was filled last
last_carts as (

    select
        events.user_id,
        events.product_id,
        max(cast(cast(events.price as decimal(38, 4)) * coalesce(events.quantity, 1) as decimal(38, 4))) as cart_value,
        max(events.brand) as brand
    from events
    inner join moments
        on moments.user_id = events.user_id
        and moments.product_id = events.product_id
        and moments.last_cart_at = events.event_at
    where events.event_type = 'cart'
    group by events.user_id, events.product_id

)

select
    moments.*,
    last_carts.cart_value,
    last_carts.brand
from moments
left join last_carts on last_carts.user_id = moments.user_id and last_carts.product_id = moments.product_id
