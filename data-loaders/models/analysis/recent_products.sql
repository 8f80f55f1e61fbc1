-- one row per product that was viewed or bought in the last 30 days of the data: how often
with recent_events as (

    select
        events.product_id,
        events.event_type
    from staging.clean_events as events
    cross join core.bounds as bounds
    where
        events.event_type in ('view', 'purchase')
        and events.product_id is not null
        and events.event_at >= bounds.last_date - interval '29' day

)

select
    product_id,
    count(*) filter (where event_type = 'view') as recent_views,
    count(*) filter (where event_type = 'purchase') as recent_purchases
from recent_events
group by product_id
