-- one row per attribute of products: how many events about a product lack it, and what the lookup would recover
with items as (

    select * from core.item_activity where product_id is not null

),

lookup as (

    select * from marts.category_lookup

),

attributes as (

    select 'brand' as attribute, 1 as position
    union all
    select 'category_code', 2

),

named as (

    select 'brand' as attribute, brand as value, event_type, events, revenue from items
    union all
    select 'category_code', category_code, event_type, events, revenue from items

),

totals as (

    select
        attribute,
        sum(events) as all_events,
        sum(revenue) as all_revenue,
        sum(events) filter (where value is null) as events,
        sum(events) filter (where value is null and event_type = 'purchase') as purchases,
        sum(revenue) filter (where value is null) as revenue
    from named
    group by attribute

),

-- revenue as decimals, whose sum does not depend on the order of the rows
recoverable as (

    select
        attribute,
        sum(known_events) as known_events,
        sum(agreeing_events) as agreeing_events,
        sum(recoverable_events) as events,
        sum(recoverable_purchases) as purchases,
        sum(cast(recoverable_revenue as decimal(38, 4))) as revenue
    from lookup
    group by attribute

)

select
    attributes.attribute,
    attributes.position,
    cast(coalesce(totals.events, 0) as bigint) as events,
    coalesce(cast(totals.events as double) / totals.all_events, 0) as share,
    cast(coalesce(totals.purchases, 0) as bigint) as purchases,
    coalesce(cast(totals.revenue as double), 0) as revenue,
    coalesce(cast(totals.revenue as double), 0) / nullif(cast(totals.all_revenue as double), 0) as revenue_share,
    cast(coalesce(recoverable.events, 0) as bigint) as recoverable_events,
    cast(coalesce(recoverable.purchases, 0) as bigint) as recoverable_purchases,
    coalesce(cast(recoverable.revenue as double), 0) as recoverable_revenue,
    cast(recoverable.agreeing_events as double) / recoverable.known_events as confidence
from attributes
left join totals on totals.attribute = attributes.attribute
left join recoverable on recoverable.attribute = attributes.attribute
order by attributes.position
