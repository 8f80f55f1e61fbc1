-- one row per user with several activities, most of whom came back: a number for them, and when they came first
select
    user_id,
    row_number() over (order by user_id) as user_number,
    min(first_event_at) as first_event_at
from staging.activity
group by user_id
having count(*) > 1
