-- one row: the good rows read, and how many of them are copies of another
select
    cast(coalesce(sum(good_rows), 0) as bigint) as good_rows,
    cast(coalesce(sum(copies), 0) as bigint) as duplicates
from staging.file_totals
