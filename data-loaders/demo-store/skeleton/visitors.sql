-- one row per person, as numbers
with numbered as (

    select
        n as user_no,
        demo.key_of(n) as key,
        demo.planted('bot_day') and n >= demo.users() - demo.bots() as is_bot,
        demo.spread(n, 0.6180339887498949, 'kind') as kind_draw
    from skeleton.numbers

),

-- kinds are spread evenly over the people, so that their shares hold in a small shop too
sorted as (

    select
        numbered.*,
        promotion.first_day as promotion_day,
        promotion.days as promotion_days,
        demo.planted('december_promotion') and not is_bot
            and demo.draw(key, 'promotion') * 1000000 < promotion.people as is_promoted,
        -- whom the promotion brings, rarely buys
        case
            when is_bot then 'viewer'
            when is_promoted and demo.draw(key, 'tempted') >= case when kind_draw < 0.0526 then 0.15 else 0.7 end then 'viewer'
            when kind_draw < 0.0194 then 'multi'
            when kind_draw < 0.0526 then 'single'
            when kind_draw < 0.0925 then 'abandoner'
            else 'viewer'
        end as kind
    from numbered
    cross join skeleton.promotion

),

came as (

    select
        user_no,
        key,
        is_bot,
        is_promoted,
        kind,
        case
            when is_bot then demo.first_day('bot_day')
            when is_promoted then promotion_day + cast(floor(promotion_days * demo.draw(key, 'promotion day')) as integer)
            -- who orders again comes early enough to do so
            when kind = 'multi' then cast(floor(0.945 * (calendar_slots.day + demo.draw(key, 'earlier'))) as integer)
            else calendar_slots.day
        end as first_day
    from sorted
    inner join skeleton.calendar_slots on calendar_slots.slot = demo.slot(key, 'first day')

),

promotion_ways as (

    select list(way_no order by way_no) as ways from skeleton.ways where campaign = 'December promotion'

),

-- some devices and ways have more of those who buy
led as (

    select
        came.*,
        device_slots.device_no,
        city_slots.city_no,
        case
            when is_bot then 1
            when is_promoted and demo.draw(key, 'promotion ad') < 0.8
                then promotion_ways.ways[1 + cast(floor(demo.draw(key, 'way') * len(promotion_ways.ways)) as integer)]
            else way_slots.way_no
        end as way_no
    from came
    cross join promotion_ways
    inner join skeleton.device_slots
        on device_slots.slot = case when kind = 'viewer' then 0 else 1024 end + (demo.slot(key, 'device') >> 6)
    inner join skeleton.city_slots on city_slots.slot = demo.slot(key, 'city') >> 6
    inner join skeleton.way_slots on way_slots.slot = demo.way_slot(key, first_day, kind)

)

select
    user_no,
    key,
    is_bot,
    kind,
    device_no,
    city_no,
    first_day,
    -- a campaign that only ever reaches people who do not buy: who does, came by a search
    case when is_wasted and kind <> 'viewer' then 2 else led.way_no end as first_way,
    case when kind = 'multi' then least(12, 2 + demo.repeats(key, 'orders', 0.2)) else 1 end as orders,
    case
        when is_bot or (first_day > 155 and kind <> 'multi') then 1
        else orders + least(20, demo.repeats(key, 'visits', 0.135))
    end as visits,
    case when medium = 'email' and demo.is_within('email_cohort', first_day)
        then least(8, demo.repeats(key, 'letters', 0.62))
        else 0
    end as later_visits
from led
inner join skeleton.ways on ways.way_no = led.way_no
order by user_no
