-- one row per order and product
-- view
select
    demo.order_id(session_no) as order_id,
    product_id,
    cast(quantity as integer) as quantity,
    price as unit_price,
    cast(quantity * price as decimal(12, 2)) as amount
from skeleton.order_lines
