-- one row per file: its rows by where they ended, and the time that its good events span
with read_events as (

    select * from staging.read_events

),

copies as (

    select count(*) as copies from staging.copies

)

select
    count(*) as readable_rows,
    count(*) filter (where reject_reason is null) as good_rows,
    copies.copies,
    min(event_at) filter (where reject_reason is null) as first_event_at,
    max(event_at) filter (where reject_reason is null) as last_event_at
from read_events
cross join copies
group by copies.copies
