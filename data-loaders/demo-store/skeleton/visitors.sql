-- one row per person, as numbers
with numbered as (

    select
        n as user_no,
        demo.key_of(n) as key,
        demo.planted('bot_day') and n >= demo.users() - demo.bots() as is_bot
    from skeleton.numbers

),

arrived as (

    select
        numbered.*,
        promotion.first_day as promotion_day,
        promotion.days as promotion_days,
        device_slots.device_no,
        city_slots.city_no,
        demo.planted('december_promotion') and not is_bot
            and demo.draw(key, 'promotion') * 1000000 < promotion.people as is_promoted,
        calendar_slots.day as first_day
    from numbered
    cross join skeleton.promotion
    inner join skeleton.calendar_slots on calendar_slots.slot = demo.slot(key, 'first day')
    inner join skeleton.device_slots on device_slots.slot = demo.slot(key, 'device') >> 6
    inner join skeleton.city_slots on city_slots.slot = demo.slot(key, 'city') >> 6

),

-- buyers come evenly spread over the people, so that their share holds in a small shop too
came as (

    select
        user_no,
        key,
        is_bot,
        is_promoted,
        device_no,
        city_no,
        case
            when is_bot then demo.first_day('bot_day')
            when is_promoted then promotion_day + cast(floor(promotion_days * demo.draw(key, 'promotion day')) as integer)
            -- most who order again come early enough to do so
            when demo.spread(user_no, 0.6180339887498949, 'kind') < 0.02
                then cast(floor(0.945 * (first_day + demo.draw(key, 'earlier'))) as integer)
            else first_day
        end as first_day,
        demo.spread(user_no, 0.6180339887498949, 'kind') as kind_draw
    from arrived

),

promotion_ways as (

    select list(way_no order by way_no) as ways from skeleton.ways where campaign = 'December promotion'

),

led as (

    select
        came.*,
        case
            when is_bot then 1
            when is_promoted and demo.draw(key, 'promotion ad') < 0.8
                then promotion_ways.ways[1 + cast(floor(demo.draw(key, 'way') * len(promotion_ways.ways)) as integer)]
            else way_slots.way_no
        end as first_way
    from came
    cross join promotion_ways
    inner join skeleton.way_slots on way_slots.slot = first_day * 1024 + (demo.slot(key, 'way') >> 6)

),

judged as (

    select
        led.*,
        ways.is_wasted,
        ways.medium = 'email' as is_by_email,
        devices.intent * ways.intent * intent.scale * case when is_promoted then 0.15 else 1 end as buying,
        devices.intent * ways.intent * intent.scale * case when is_promoted then 0.8 else 1 end as wishing
    from led
    cross join skeleton.intent
    inner join skeleton.devices on devices.device_no = led.device_no
    inner join skeleton.ways on ways.way_no = led.first_way

),

sorted as (

    select
        judged.*,
        case
            when is_bot then 'viewer'
            when kind_draw < 0.0194 * buying then 'multi'
            when kind_draw < 0.0527 * buying then 'single'
            when kind_draw < 0.0527 * buying + 0.0405 * wishing then 'abandoner'
            else 'viewer'
        end as kind
    from judged

),

counted as (

    select
        user_no,
        key,
        is_bot,
        kind,
        device_no,
        city_no,
        first_day,
        -- a campaign that only ever reaches people who do not buy: who does, came by a search
        case when is_wasted and kind <> 'viewer' then 2 else first_way end as first_way,
        case when kind = 'multi' then least(12, 2 + demo.repeats(key, 'orders', 0.2)) else 1 end as orders,
        is_by_email and demo.is_within('email_cohort', first_day) as is_email_cohort
    from sorted

)

select
    *,
    case
        when is_bot or (first_day > 155 and kind <> 'multi') then 1
        else orders + least(20, demo.repeats(key, 'visits', 0.135))
    end as visits,
    case when is_email_cohort then least(8, demo.repeats(key, 'letters', 0.62)) else 0 end as later_visits
from counted
order by user_no
