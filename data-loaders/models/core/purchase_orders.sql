-- one row per order id, user and hour of a purchase; purchases without an order id are orders of their own, not listed here
select distinct
    order_id,
    user_id,
    event_date,
    event_day,
    event_hour
from core.events
where event_type = 'purchase' and order_id is not null
