-- one row per order
select
    demo.order_id(session_no) as order_id,
    demo.user_id(any_value(user_no)) as user_id,
    demo.session_id(session_no) as session_id,
    any_value(ordered_at) as ordered_at,
    case
        when demo.draw(any_value(key), 'return') < 0.035 then 'returned'
        when demo.draw(any_value(key), 'return') < 0.055 then 'partially returned'
        else 'delivered'
    end as status,
    cast(sum(quantity) as integer) as units,
    cast(sum(quantity * price) as decimal(12, 2)) as total
from skeleton.order_lines
group by session_no
order by any_value(ordered_at), session_no
