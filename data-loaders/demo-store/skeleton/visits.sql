-- one row per visit, as numbers, in the order of their starts
with unnested as (

    select visitors.* exclude (key), unnest(range(visits + later_visits)) as visit from skeleton.visitors

),

keyed as (

    select
        unnested.*,
        cast(user_no as bigint) * 64 + visit as session_no,
        demo.key_of(10000000000 + session_no) as key,
        -- buyers order in their last visits, abandoners give up in their last
        kind in ('multi', 'single') and visit >= visits - orders and visit < visits as is_buying,
        kind = 'abandoner' and visit = visits - 1 as is_abandoning,
        1 + cast(floor(
            case when visit >= visits then 30 when kind = 'multi' then 8 * visit else 16 * visit end
            * -ln(1 - demo.draw(key, 'gap'))
        ) as integer) as gap
    from unnested

),

dated as (

    select
        keyed.*,
        case
            when visit = 0 then first_day
            when first_day + gap <= 157 then first_day + gap
            -- a visit that counts comes before the period ends
            when is_buying or is_abandoning then first_day + 1 + cast(floor(demo.draw(key, 'day') * (157 - first_day)) as integer)
        end as day
    from keyed

),

timed as (

    select
        dated.*,
        calendar.day * 86400 + cast(floor(
            3600 * (hour_slots.hour + demo.draw(key, 'minute'))
            -- what begins on the last day ends on it
            * case when calendar.day = 157 then 0.94 else 1 end
        ) as integer) as started
    from dated
    inner join skeleton.calendar on calendar.day = dated.day
    inner join skeleton.hour_slots
        on hour_slots.slot = case when calendar.is_weekend then 4096 else 0 end + (demo.slot(key, 'hour') >> 4)

),

led as (

    select
        timed.*,
        case
            when visit = 0 then first_way
            -- who comes back often comes directly, and letters bring their readers back
            when visit >= visits and demo.draw(key, 'comes back') < 0.5 then first_way
            when demo.draw(key, 'comes back') < 0.4 then 1
            when ways.is_wasted and kind <> 'viewer' then 2
            else way_slots.way_no
        end as way_no,
        devices.is_mobile_safari
    from timed
    inner join skeleton.way_slots on way_slots.slot = demo.way_slot(key, timed.day, kind)
    inner join skeleton.ways on ways.way_no = way_slots.way_no
    inner join skeleton.devices on devices.device_no = timed.device_no

),

planned as (

    select
        led.*,
        case
            when is_bot then demo.bot_views()
            when is_buying or is_abandoning or demo.draw(key, 'leaves at once') >= 0.012
                then least(40, 1 + demo.repeats(key, 'views', 0.37)) + case when is_buying then demo.repeats(key, 'compares', 0.3) else 0 end
            else 0
        end as views,
        case
            when is_buying and kind = 'multi' then least(4, 1 + demo.repeats(key, 'items', 0.25))
            when is_buying then case when demo.draw(key, 'items') < 0.04 then 2 else 1 end
            else 0
        end as items
    from led

),

-- how many steps of each kind, in this order
stepped as (

    select
        planned.* exclude (items),
        -- seconds from step to step
        cast(case when is_bot then 3 else 14 + floor(46 * power(demo.draw(key, 'pace'), 2)) end as integer) as pace,
        case when views = 0 or (not is_bot and demo.draw(key, 'home') < 0.5) then 1 else 0 end as homes,
        case
            -- some buy at once
            when is_buying then case when demo.draw(key, 'buys at once') < 0.11 then 0 else items end
            when is_abandoning then case when demo.draw(key, 'second cart') < 0.12 then 2 else 1 end
            else 0
        end as carts,
        case when is_buying or (is_abandoning and demo.draw(key, 'checkout') < 0.35) then 1 else 0 end as checkouts,
        case
            when is_mobile_safari and demo.is_within('mobile_safari_checkout', day) and demo.draw(key, 'fails') < 0.85 then 0
            else items
        end as items
    from planned

)

select
    session_no,
    key,
    user_no,
    cast(device_no as tinyint) as device_no,
    cast(city_no as smallint) as city_no,
    cast(way_no as tinyint) as way_no,
    cast(day as smallint) as day,
    started,
    pace,
    is_bot,
    cast(homes as tinyint) as homes,
    cast(views as smallint) as views,
    cast(carts as tinyint) as carts,
    cast(checkouts as tinyint) as checkouts,
    cast(items as tinyint) as items,
    -- the items of an order are bought in the same second
    started + pace * (homes + views + carts + 1) + 20 as ordered
from stepped
order by started, session_no
