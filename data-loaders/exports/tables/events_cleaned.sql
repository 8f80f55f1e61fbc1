-- one row per clean event, in the order of time; equal times in the order of the other columns
with events as (

    select * from staging.clean_events
    order by
        event_at, event_type, user_id, user_session, product_id, category_id, category_code, brand, price, quantity,
        order_id, device, browser, os, source, medium, campaign, country, city, page, referrer

)

select
    event_at as event_time,
    event_type,
    product_id,
    category_id,
    coalesce(category_code, 'Unknown') as category_code,
    coalesce(brand, 'Unknown') as brand,
    price,
    user_id,
    user_session,
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
    cast(event_at as date) as event_date,
    strftime(event_at, '%Y-%m') as event_month,
    dayname(event_at) as event_day,
    extract(hour from event_at) as event_hour
from events
