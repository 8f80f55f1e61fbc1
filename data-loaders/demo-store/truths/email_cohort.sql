-- one row: of those who first came in November, the share who came back 30 days later or more, by letter and otherwise
with first_visits as (

    select user_id, min(started_at) as first_at, max(started_at) as last_at, arg_min(medium, started_at) as medium
    from sessions
    group by user_id

)

select
    avg(case when last_at >= first_at + interval 30 day then 1 else 0 end) filter (where medium = 'email') as returning_by_letter,
    avg(case when last_at >= first_at + interval 30 day then 1 else 0 end) filter (where medium <> 'email') as returning_otherwise
from first_visits
where first_at >= timestamp '2020-11-01' and first_at < timestamp '2020-12-01'
