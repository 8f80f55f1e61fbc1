-- one row per file: its readable rows by where they ended, and the time that its good events span
with totals as (

    select
        count(*) as readable_rows,
        count(*) filter (where reject_reason is null) as good_rows,
        min(event_at) filter (where reject_reason is null) as first_event_at,
        max(event_at) filter (where reject_reason is null) as last_event_at,
        min(price) filter (where reject_reason is null) as lowest_price,
        max(price) filter (where reject_reason is null) as highest_price,
        min(quantity) filter (where reject_reason is null) as lowest_quantity,
        max(quantity) filter (where reject_reason is null) as highest_quantity
    from staging.read_events

),

copies as (

    select count(*) as copies from staging.copies

)

select
    totals.readable_rows,
    totals.good_rows,
    copies.copies,
    totals.first_event_at,
    totals.last_event_at,
    totals.lowest_price,
    totals.highest_price,
    totals.lowest_quantity,
    totals.highest_quantity
from totals
cross join copies
