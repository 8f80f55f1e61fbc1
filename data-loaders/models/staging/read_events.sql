-- one row per readable row of a file, in the file's order: our columns, typed, with the first reason to reject it (null for a good one)
with raw_events as (

    select * from raw.events

),

time_bounds as (

    select first_on, last_on from settings.time_bounds

),

has_price as (

    select is_present as has_price from raw.columns where column_name = 'price'

),

timed as (

    select
        raw_events.*,
        case
            when event_time like '%UTC' or event_time like '%Z' then try_cast(event_time as timestamp)
            -- a time with an offset is turned into UTC, which costs too much to do for every row
            when substr(event_time, 5, 1) = '-' then
                case when strpos(event_time, '+') > 0 or strpos(substr(event_time, 12), '-') > 0
                    then try_cast(event_time as timestamptz) at time zone 'UTC'
                    else coalesce(
                        try_cast(event_time as timestamp),
                        try_cast(event_time as timestamptz) at time zone 'UTC'
                    )
                end
            else timestamp '1970-01-01 00:00:00' + interval '1' microsecond * (
                -- the size of a number of seconds since 1970 tells its unit, for years from 1973 to 5138
                case
                    when abs(try_cast(event_time as decimal(24, 6))) < 100000000000 then 1000000
                    when abs(try_cast(event_time as decimal(24, 6))) < 100000000000000 then 1000
                    when abs(try_cast(event_time as decimal(24, 6))) < 100000000000000000 then 1
                end * try_cast(event_time as decimal(24, 6))
            )
        end as event_at
    from raw_events

),

typed as (

    select
        timed.event_time as raw_event_time,
        timed.event_type as raw_event_type,
        timed.price as raw_price,
        timed.unreadable_text,
        timed.event_at,
        -- a macro and no join, which would put rows of unknown types after the others
        settings.event_type_of(lower(trim(timed.event_type))) as event_type,
        nullif(timed.user_id, '') as user_id,
        nullif(timed.user_session, '') as user_session,
        nullif(timed.product_id, '') as product_id,
        nullif(timed.category_id, '') as category_id,
        nullif(timed.category_code, '') as category_code,
        nullif(timed.brand, '') as brand,
        try_cast(timed.price as decimal(18, 4)) as price,
        try_cast(timed.quantity as decimal(18, 4)) as quantity,
        nullif(timed.order_id, '') as order_id,
        nullif(timed.device, '') as device,
        nullif(timed.browser, '') as browser,
        nullif(timed.os, '') as os,
        nullif(timed.source, '') as source,
        nullif(timed.medium, '') as medium,
        nullif(timed.campaign, '') as campaign,
        nullif(timed.country, '') as country,
        nullif(timed.city, '') as city,
        nullif(timed.page, '') as page,
        nullif(timed.referrer, '') as referrer
    from timed

),

judged as (

    select
        typed.*,
        case
            when unreadable_text is not null then 'malformed_row'
            -- other years are slips of a clock or a format, and would make a calendar without end
            when event_at is null or event_at < timestamp '1990-01-01' or event_at >= timestamp '2100-01-01'
                then 'unreadable_event_time'
            -- known once all files have been read, which is why these are then read again
            when cast(event_at as date) < (select first_on from time_bounds)
                or cast(event_at as date) > (select last_on from time_bounds)
                then 'stray_event_time'
            when event_type is null then 'unknown_event_type'
            when user_id is null then 'missing_user_id'
            -- 'nan' is how data frames write that there is none
            when product_id is not null and price is null and lower(trim(raw_price)) not in ('', 'nan')
                then 'unreadable_price'
            when product_id is not null and coalesce(price, 0) <= 0
                and (select has_price from has_price) then 'non_positive_price'
        end as reject_reason
    from typed

)

select
    event_at,
    event_type,
    user_id,
    user_session,
    product_id,
    category_id,
    category_code,
    brand,
    price,
    quantity,
    order_id,
    device,
    browser,
    os,
    source,
    medium,
    campaign,
    country,
    city,
    page,
    referrer,
    reject_reason,
    -- as it stood in the file
    case reject_reason
        when 'malformed_row' then unreadable_text
        when 'unreadable_event_time' then coalesce(raw_event_time, '')
        when 'stray_event_time' then raw_event_time
        when 'unknown_event_type' then coalesce(raw_event_type, '')
        when 'missing_user_id' then ''
        when 'unreadable_price' then raw_price
        when 'non_positive_price' then coalesce(raw_price, '')
    end as reject_value
from judged
