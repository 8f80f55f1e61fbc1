-- one row per reason, source and example of rejected rows, with how many there are
with distinct_events as (

    select * from staging.distinct_events where reject_reason is not null

),

unreadable_lines as (

    select * from raw.unreadable_lines

)

select
    reject_reason as reason,
    reject_example as example,
    copies as rows
from distinct_events

union all

select
    'malformed_row' as reason,
    concat('line ', cast(line as varchar), ' of ', file, ': ', problem) as example,
    1 as rows
from unreadable_lines
