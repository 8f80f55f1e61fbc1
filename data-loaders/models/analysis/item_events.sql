-- one row per event of a stage, with its product (null where it names none): what funnels read that hold the product constant
with products as (

    select
        product_id,
        row_number() over (order by product_id) as product_key
    from core.products

)

select
    users.user_key,
    -- no such funnel is counted by sessions
    cast(null as bigint) as session_key,
    products.product_key,
    cast(floor(extract(epoch from events.event_at)) as bigint) as event_second,
    stages.position
from staging.clean_events as events
inner join core.stages as stages on stages.stage = events.event_type
inner join core.users as users on users.user_id = events.user_id
left join products on products.product_id = events.product_id
