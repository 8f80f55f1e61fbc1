-- one row per file: its readable rows by where they ended, and the time that its good events span
with totals as (

    select
        count(*) as readable_rows,
        count(*) filter (where reject_reason is null) as good_rows,
        min(event_at) filter (where reject_reason is null) as first_event_at,
        max(event_at) filter (where reject_reason is null) as last_event_at
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
    totals.last_event_at
from totals
cross join copies
