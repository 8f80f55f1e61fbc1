-- one row per user: a number that says nothing about their id, its order hanging on moments that are not published
select
    user_id,
    first_event_at,
    row_number() over (order by first_event_at, last_event_at, user_id) as user_number
from core.users
