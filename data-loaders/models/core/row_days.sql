-- one row per day with rows whose time can be read: how many rows there are, rejected, copies, and events of products that lack an attribute
with rows_read as (

    select
        cast(events.event_at as date) as event_date,
        events.reject_reason is not null as is_rejected,
        copies.file_row is not null as is_copy,
        events.product_id is not null as has_product,
        events.brand is null as lacks_brand,
        events.category_code is null as lacks_category
    from staging.read_events as events
    left join staging.copies as copies on copies.file = events.file and copies.file_row = events.file_row
    -- those without a time that can be read have no day
    where events.reject_reason is null or events.reject_reason not in ('malformed_row', 'unreadable_event_time')

)

select
    event_date,
    count(*) as rows_read,
    count(*) filter (where is_rejected) as rejected,
    count(*) filter (where not is_rejected) as good,
    count(*) filter (where is_copy) as copies,
    count(*) filter (where not is_rejected and not is_copy and has_product) as product_events,
    count(*) filter (where not is_rejected and not is_copy and has_product and lacks_brand) as events_without_brand,
    count(*) filter (where not is_rejected and not is_copy and has_product and lacks_category) as events_without_category
from rows_read
group by event_date
