-- one row per day of a user with several activities
select
    repeat_user_number,
    event_date,
    cast(sum(purchases) as integer) as purchases,
    cast(sum(orders) as integer) as orders,
    sum(revenue) as revenue
from core.activity
where repeat_user_number is not null
group by repeat_user_number, event_date
