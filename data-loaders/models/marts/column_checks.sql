-- one row per column that the data has: how many of the rows read leave it empty, and the range of its numbers
with nulls as (

    select
        column_name,
        cast(sum(rows) as bigint) as rows,
        cast(sum(missing) as bigint) as missing
    from staging.column_nulls
    group by column_name

),

-- a file without the column leaves it empty in all of its rows
everything as (

    select cast(sum(readable_rows) as bigint) as rows from staging.file_totals

),

ranges as (

    select 'price' as column_name, min(lowest_price) as lowest, max(highest_price) as highest from staging.file_totals
    union all
    select 'quantity', min(lowest_quantity), max(highest_quantity) from staging.file_totals

)

select
    columns.column_name,
    everything.rows,
    everything.rows - coalesce(nulls.rows, 0) + coalesce(nulls.missing, 0) as missing,
    cast(everything.rows - coalesce(nulls.rows, 0) + coalesce(nulls.missing, 0) as double) / nullif(everything.rows, 0)
        as missing_share,
    cast(ranges.lowest as double) as lowest,
    cast(ranges.highest as double) as highest
from core.columns as columns
cross join everything
left join nulls on nulls.column_name = columns.column_name
left join ranges on ranges.column_name = columns.column_name
where columns.is_present
order by columns.column_name
