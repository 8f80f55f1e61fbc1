-- one row: the share of product events without a brand, in the ten days and otherwise
select
    avg(case when brand is null then 1 else 0 end)
        filter (where event_time between '2021-02-03' and '2021-02-13') as during,
    avg(case when brand is null then 1 else 0 end)
        filter (where event_time not between '2021-02-03' and '2021-02-13') as otherwise
from events
where product_id is not null
