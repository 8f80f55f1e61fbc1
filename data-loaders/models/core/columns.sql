-- one row per column that the report understands: whether some of the files have it
select
    column_name,
    bool_or(is_present) as is_present
from staging.columns
group by column_name
