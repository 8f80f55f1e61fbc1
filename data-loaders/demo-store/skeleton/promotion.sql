-- one row: the days of the December promotion, and how many people in a million it brings to double the visits on them
select
    min(day) filter (where is_promoted) as first_day,
    count(*) filter (where is_promoted) as days,
    cast(1000000 * 1.2 * share / (1.05 - 1.2 * share) as integer) as people
from (
    select day, is_promoted, sum(weight) filter (where is_promoted) over () / sum(weight) over () as share
    from skeleton.calendar
)
group by share
