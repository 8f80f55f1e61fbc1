-- one row: the share of copies among the events of the day and of the day after
with counted as (

    select
        substr(event_time, 1, 10) as day,
        count(*) as events,
        count(distinct concat_ws('|', event_time, event_type, user_id, coalesce(user_session, ''), coalesce(product_id, ''))) as originals
    from events
    where event_time between '2020-10-27' and '2020-10-29'
    group by 1

)

select
    max(case when day = '2020-10-27' then 1 - originals / events end) as share_of_copies,
    max(case when day = '2020-10-28' then 1 - originals / events end) as share_of_copies_next_day
from counted
