-- one row per reason and offending value of rejected rows, with how many rows have it
select
    reason,
    value,
    count(*) as rows
from staging.rejected_rows
group by reason, value
