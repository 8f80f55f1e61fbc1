-- one row per line of the collector's log
-- view
with steps as (

    select rowid + 1 as event_id, steps.*, type_no = 4 as is_purchase from skeleton.steps

),

-- the mess of real exports; purchases keep what orders have
broken as (

    select
        steps.*,
        not is_purchase and demo.draw(step_key, 'no time') < 0.00008 as lacks_time,
        not is_purchase and demo.draw(step_key, 'no type') < 0.00005 as lacks_type,
        not is_purchase and demo.draw(step_key, 'no person') < 0.00006 as lacks_person,
        not is_purchase and demo.draw(step_key, 'no visit') < 0.0005 as lacks_session,
        not is_purchase and demo.draw(step_key, 'no price') < 0.0012 as lacks_price,
        demo.draw(step_key, 'no brand') < 0.02 as lacks_brand,
        demo.draw(step_key, 'no code') < 0.01 as lacks_category_code
    from steps

)

select
    event_id,
    case when lacks_time then 'NaT' else concat(cast(demo.moment(event_at) as varchar), ' UTC') end as event_time,
    case when lacks_type then '(unset)' else list_value('home', 'view', 'cart', 'checkout', 'purchase')[type_no + 1] end as event_type,
    products.product_id,
    products.category_id,
    case when not lacks_category_code then products.category_code end as category_code,
    case
        when lacks_brand then null
        when products.is_imported_without_brand and demo.is_within('import_without_brands', event_at // 86400) then null
        else products.brand
    end as brand,
    case when lacks_price and products.price is not null then 0.00 else products.price end as price,
    case when not lacks_person then demo.user_id(user_no) end as user_id,
    case when not lacks_session then demo.session_id(session_no) end as user_session,
    cast(quantity as integer) as quantity,
    case when is_purchase then demo.order_id(session_no) end as order_id,
    devices.device,
    devices.browser,
    devices.os,
    ways.source,
    ways.medium,
    ways.campaign,
    cities.country,
    cities.city,
    case type_no
        when 0 then '/'
        when 1 then products.page
        when 2 then '/cart'
        when 3 then '/checkout'
        else '/thank-you'
    end as page,
    ways.referrer
from broken
inner join skeleton.products on products.product_no = broken.product_no
inner join skeleton.devices on devices.device_no = broken.device_no
inner join skeleton.cities on cities.city_no = broken.city_no
inner join skeleton.ways on ways.way_no = broken.way_no
