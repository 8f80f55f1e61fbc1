-- one row per row of a file that is an exact copy: of an earlier row of the file, or of a row in a file before it
with repeated_hashes as (

    -- DuckDB's own function: copies agree in it, and few other rows do
    select hash(user_id, event_at, event_type, product_id) as row_hash
    from staging.read_events
    where reject_reason is null
    group by hash(user_id, event_at, event_type, product_id)
    having count(*) > 1

),

-- only these are compared in full
suspects as (

    select *
    from staging.read_events
    where
        reject_reason is null
        and hash(user_id, event_at, event_type, product_id) in (select row_hash from repeated_hashes)

),

numbered as (

    select
        file_row,
        row_number() over (
            partition by
                event_at, event_type, user_id, user_session, product_id, category_id, category_code, brand, price,
                quantity, order_id, device, browser, os, source, medium, campaign, country, city, page, referrer
            order by file_row
        ) as copy
    from suspects

)

select file_row from numbered where copy > 1

union

select file_row from raw.copies_of_other_files
