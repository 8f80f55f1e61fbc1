-- one row per product that was viewed in the last 30 days of the data: how often
with recent_events as (

    select events.product_id
    from staging.clean_events as events
    cross join core.bounds as bounds
    where
        events.event_type = 'view'
        and events.product_id is not null
        and events.event_at >= bounds.last_date - interval '29' day

)

select
    product_id,
    count(*) as recent_views
from recent_events
group by product_id
