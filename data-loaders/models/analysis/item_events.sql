-- one row per event of people with several stages, with its product (null where it names none), and per stage of all others, as many as they have products: what funnels read that hold the product constant
with products as (

    select
        product_id,
        row_number() over (order by product_id) as product_key
    from core.products

),

users as (

    select
        user_id,
        user_key,
        (reached_stages & (reached_stages - 1)) > 0 as has_several_stages
    from core.users

),

events as (

    select
        users.user_key,
        users.has_several_stages,
        products.product_key,
        cast(floor(extract(epoch from events.event_at)) as bigint) as event_second,
        stages.position
    from staging.clean_events as events
    inner join core.stages as stages on stages.stage = events.event_type
    inner join users on users.user_id = events.user_id
    left join products on products.product_id = events.product_id

),

-- who has one stage alone has it with each of their products, or with none where no event names one
lone_items as (

    select user_key, product_key, position
    from events
    where not has_several_stages
    group by user_key, product_key, position

),

lone_counts as (

    select
        user_key,
        position,
        greatest(1, count(product_key)) as items
    from lone_items
    group by user_key, position

)

select
    user_key,
    -- no such funnel is counted by sessions
    cast(null as bigint) as session_key,
    product_key,
    event_second,
    position,
    cast(1 as bigint) as weight
from events
where has_several_stages

union all

select
    min(user_key),
    null,
    null,
    0,
    position,
    cast(sum(items) as bigint)
from lone_counts
group by position
