-- one row per hour of a working day (part 0) and of a weekend's (part 1), to draw the hour of a visit from
-- view
select
    n // 24 as part,
    cast(n % 24 as integer) as value,
    list_value(
        10, 6, 4, 3, 3, 5, 11, 21, 34, 44, 50, 52, 54, 53, 50, 49, 50, 54, 60, 68, 74, 70, 52, 27,
        15, 10, 6, 4, 3, 3, 6, 12, 22, 36, 50, 58, 60, 60, 60, 60, 60, 60, 60, 62, 64, 58, 44, 27
    )[n + 1] as weight
from range(48) as numbers(n)
