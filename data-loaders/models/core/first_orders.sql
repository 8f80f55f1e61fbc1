-- one row per activity in which orders with an id were placed: how many; an order belongs to the activity of its first purchase
with purchases as (

    select
        purchase_orders.*,
        row_number() over (
            partition by order_id
            order by first_event_at, user_id, user_session, session_number, file
        ) as place
    from staging.purchase_orders as purchase_orders

)

select
    file,
    user_id,
    user_session,
    session_number,
    hour_at,
    cast(count(*) as integer) as orders
from purchases
where place = 1
group by file, user_id, user_session, session_number, hour_at
