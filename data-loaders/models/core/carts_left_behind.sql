-- one row per user and product that was put into a cart last, and neither bought nor taken out since
-- view
select
    user_id,
    product_id,
    brand,
    cart_value,
    last_cart_at
from core.cart_items
where
    (last_purchase_at is null or last_cart_at > last_purchase_at)
    and (last_removal_at is null or last_cart_at > last_removal_at)
