-- one row per order and product, in the order of the visits
with unnested as (

    select session_no, key, user_no, way_no, started, ordered, unnest(range(cast(items as integer))) as item
    from skeleton.visits
    where items > 0

)

select
    unnested.session_no,
    unnested.key,
    unnested.user_no,
    unnested.way_no,
    demo.moment(unnested.ordered) as ordered_at,
    unnested.item,
    products.product_id,
    products.price,
    demo.quantity(unnested.key, item) as quantity
from unnested
inner join skeleton.product_slots on product_slots.slot = demo.item_slot(unnested.key, item)
inner join skeleton.products on products.product_no = product_slots.product_no
order by unnested.started, unnested.session_no, item
