-- one row per cleaning step: rows in, rows out, and rows removed, from the raw lines to the clean events
with rejects as (

    select reason, sum(rows) as rows from core.rejects group by reason

),

row_counts as (

    select * from core.row_counts

),

raw_rows as (

    select cast((select good_rows from row_counts) + coalesce((select sum(rows) from rejects), 0) as bigint) as rows

),

removed as (

    select 'parse' as step, 1 as position, coalesce(sum(rows), 0) as rows_removed
    from rejects
    where reason = 'malformed_row'

    union all

    select 'type', 2, coalesce(sum(rows), 0)
    from rejects
    where reason in ('unreadable_event_time', 'stray_event_time', 'unknown_event_type', 'missing_user_id')

    union all

    select 'price', 3, coalesce(sum(rows), 0)
    from rejects
    where reason in ('non_positive_price', 'unreadable_price')

    union all

    select 'duplicates', 4, duplicates
    from row_counts

),

running as (

    select
        step,
        position,
        cast(rows_removed as bigint) as rows_removed,
        cast(sum(rows_removed) over (order by position) as bigint) as rows_removed_so_far
    from removed

)

select
    step,
    position,
    raw_rows.rows - rows_removed_so_far + rows_removed as rows_in,
    raw_rows.rows - rows_removed_so_far as rows_out,
    rows_removed,
    cast(rows_removed as double) / nullif(raw_rows.rows, 0) as share_removed
from running
cross join raw_rows
order by position
