-- one row per category id (for category codes) and product (for brands) that some events name and others do not: the name that most give
with items as (

    select * from core.item_activity where product_id is not null

),

named as (

    select
        'category_code' as attribute,
        category_id as key,
        category_code as value,
        event_type,
        events,
        revenue
    from items
    where category_id is not null

    union all

    select 'brand', product_id, brand, event_type, events, revenue
    from items

),

missing as (

    select
        attribute,
        key,
        cast(sum(events) as bigint) as events,
        cast(coalesce(sum(events) filter (where event_type = 'purchase'), 0) as bigint) as purchases,
        sum(revenue) as revenue
    from named
    where value is null
    group by attribute, key

),

known as (

    select
        named.attribute,
        named.key,
        named.value,
        cast(sum(named.events) as bigint) as events
    from named
    inner join missing on missing.attribute = named.attribute and missing.key = named.key
    where named.value is not null
    group by named.attribute, named.key, named.value

),

ranked as (

    select
        known.*,
        cast(sum(events) over (partition by attribute, key) as bigint) as known_events,
        row_number() over (partition by attribute, key order by events desc, value) as frequency_rank
    from known

)

select
    ranked.attribute,
    ranked.key,
    ranked.value,
    ranked.known_events,
    ranked.events as agreeing_events,
    cast(ranked.events as double) / ranked.known_events as share,
    missing.events as recoverable_events,
    missing.purchases as recoverable_purchases,
    coalesce(cast(missing.revenue as double), 0) as recoverable_revenue
from ranked
inner join missing on missing.attribute = ranked.attribute and missing.key = ranked.key
where ranked.frequency_rank = 1
order by ranked.attribute, ranked.key
