-- one row: how many of the days had more purchases than page views, as a share
with days as (

    select
        substr(event_time, 1, 10) as day,
        count(*) filter (where event_type = 'view') as views,
        count(*) filter (where event_type = 'purchase') as purchases
    from events
    where event_time between '2020-09-24' and '2020-10-15'
    group by 1

)

select avg(case when purchases > views then 1 else 0 end) as days_with_more_purchases_than_views from days
