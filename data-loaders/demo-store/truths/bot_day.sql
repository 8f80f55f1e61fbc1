-- one row: page views of the day against the mean of the three days before and after, and the most of one visit
with days as (

    select substr(event_time, 1, 10) as day, count(*) as views
    from events
    where event_type = 'view' and event_time between '2021-02-14' and '2021-02-21'
    group by 1

),

visits as (

    select user_session, count(*) as views
    from events
    where event_type = 'view' and event_time between '2021-02-17' and '2021-02-18'
    group by 1

)

select
    max(case when day = '2021-02-17' then views end) / avg(case when day <> '2021-02-17' then views end) as views_ratio,
    (select max(views) from visits where user_session is not null) as most_views_of_a_visit
from days
