-- one row per session id of the files that has several activities: a number for it
select
    user_session,
    row_number() over (order by user_session) as session_number
from staging.activity
where user_session is not null
group by user_session
having count(*) > 1
