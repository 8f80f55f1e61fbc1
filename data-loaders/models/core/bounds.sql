-- one row: the first and the last day with events, whether they are whole, how long it is from the first event to the last, and before which day what ended is over
select
    min(event_date) as first_date,
    max(event_date) as last_date,
    max(last_event_at) as last_event_at,
    extract(epoch from max(last_event_at)) - extract(epoch from min(first_event_at)) as seconds,
    -- what ended in the last week may still be going on
    max(event_date) - interval '7' day as over_before,
    -- begun before the first event unless its first hour has events
    extract(hour from min(first_event_at)) = 0 as is_first_day_complete,
    -- unfinished unless its last hour has events
    extract(hour from max(last_event_at)) = 23 as is_last_day_complete
from core.activity
