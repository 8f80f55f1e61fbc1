-- one row per day of the period: 2020-09-24 to 2021-02-28, with the weight of its first visits
select
    cast(n as integer) as day,
    date '2020-09-24' + cast(n as integer) as date,
    isodow(date '2020-09-24' + cast(n as integer)) in (6, 7) as is_weekend,
    date '2020-09-24' + cast(n as integer)
        between demo.starts_on('december_promotion') and demo.ends_on('december_promotion') as is_promoted,
    -- the shop grows; people shop less at the end of the week
    cast(
        (760 + 400 * n // 157)
        * list_value(105, 106, 105, 103, 97, 84, 96)[isodow(date '2020-09-24' + cast(n as integer))] as bigint
    ) as weight
from range(158) as numbers(n)
