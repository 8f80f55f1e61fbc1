-- one row per user, session (null where an event has none) and hour in a file: what happened in it, but for purchases
with events as (

    select
        clean_events.*,
        case when clean_events.event_type in ('view', 'cart', 'purchase') then clean_events.price end as product_price,
        session_starts.session_number,
        cast(floor(extract(epoch from clean_events.event_at)) as bigint) as event_second
    from staging.clean_events as clean_events
    left join staging.session_starts as session_starts
        on session_starts.user_id = clean_events.user_id
        and session_starts.event_at = clean_events.event_at

),

stages as (

    select * from settings.stages

),

categories as (

    select * from staging.dimension_values where dimension = 'category'

),

brands as (

    select * from staging.dimension_values where dimension = 'brand'

)

select
    events.user_id,
    events.user_session,
    events.session_number,
    min(events.event_at) as first_event_at,
    max(events.event_at) as last_event_at,
    cast(count(*) as integer) as events,
    cast(count(*) filter (where events.event_type = 'home') as integer) as homes,
    cast(count(*) filter (where events.event_type = 'view') as integer) as views,
    cast(count(*) filter (where events.event_type = 'cart') as integer) as carts,
    cast(count(*) filter (where events.event_type = 'checkout') as integer) as checkouts,
    bit_or(coalesce(stages.reach_flag, 0)) as reached_stages,
    -- seconds since 1970, then the number of the category in the lowest 20 bits, as in staging.circumstances
    min(events.event_second * 1048576 + categories.number) as first_category,
    -- no brand or category, one, or two and maybe more, which staging.interests then lists
    min(brands.value_number) as lowest_brand_number,
    max(brands.value_number) as highest_brand_number,
    min(categories.value_number) as lowest_category_number,
    max(categories.value_number) as highest_category_number,
    cast(count(events.product_price) as integer) as priced_events,
    -- half the size of a sum, which no prices in an hour exceed
    try_cast(sum(events.product_price) as decimal(18, 4)) as prices
from events
left join stages on stages.stage = events.event_type
left join categories on categories.value = events.category_code
left join brands on brands.value = events.brand
group by events.user_id, events.user_session, events.session_number, date_trunc('hour', events.event_at)
