-- one row per raw event of a made-up shop, 2020-09-24 to 2021-02-28, with the mess that real exports have
with calendar as (

    select date '2020-09-24' as first_date, 158 as days

),

categories as (

    select
        row_number() over () as category,
        category_code,
        base_price,
        sum(weight) over (order by category_code) - weight as from_weight,
        sum(weight) over (order by category_code) as to_weight
    from (
        values
            ('accessories.bag', 38, 0.06),
            ('apparel.jacket', 55, 0.05),
            ('apparel.shoes', 62, 0.07),
            ('computers.components.memory', 74, 0.14),
            ('computers.components.videocards', 260, 0.08),
            ('computers.desktop', 420, 0.04),
            ('computers.notebook', 520, 0.09),
            ('computers.peripherals.keyboard', 46, 0.07),
            ('computers.peripherals.printer', 120, 0.06),
            ('electronics.audio.headphones', 60, 0.09),
            ('electronics.telephone', 110, 0.08),
            ('furniture.kitchen.table', 140, 0.05),
            ('kids.toys', 22, 0.06),
            ('stationery.paper', 9, 0.06)
    ) as listed(category_code, base_price, weight)

),

brands as (

    select list_value(
        'Alder', 'Brightwater', 'Corvane', 'Dunmore', 'Elm & Oak', 'Farrow', 'Glint', 'Hearthside', 'Ibex', 'Juno',
        'Kestrel', 'Lumen', 'Marlow', 'Northline', 'O''Hara', 'Pine, Fir', 'Quill', 'Rook', 'Stern', 'Tamsin', 'Umbra',
        'Vale', 'Wren', '<b>Xenon</b>'
    ) as names

),

products as (

    select
        n as product,
        cast(1000000 + n * 37 as varchar) as product_id,
        cast(2053013552326770000 + categories.category * 1009 as varchar) as category_id,
        case when demo.uniform(n, 'category known') >= 0.27 then categories.category_code end as category_code,
        case when demo.uniform(n, 'brand known') >= 0.24
            then brands.names[1 + cast(floor(24 * power(demo.uniform(n, 'brand'), 1.6)) as integer)]
        end as brand,
        cast(
            greatest(1, base_price * exp(0.55 * (
                demo.uniform(n, 'price 1') + demo.uniform(n, 'price 2') + demo.uniform(n, 'price 3') - 1.5
            ) * 2)) as decimal(10, 2)
        ) as price
    from generate_series(0, 2999) as numbers(n)
    cross join brands
    inner join categories
        on demo.uniform(n, 'category') >= categories.from_weight
        and demo.uniform(n, 'category') < categories.to_weight

),

users as (

    select
        n as visitor,
        cast(1515915625400000000 + n * 7919 as varchar) as user_id,
        demo.uniform(n, 'device') as device_draw,
        demo.uniform(n, 'kind') / case when demo.uniform(n, 'device') < 0.58 then 0.8 else 1.28 end as kind_draw,
        floor(days * demo.uniform(n, 'first day')) as first_day
    from generate_series(0, (select users - 1 from demo.settings)) as numbers(n)
    cross join calendar

),

people as (

    select
        users.*,
        case
            when kind_draw < 0.019 then 'multi'
            when kind_draw < 0.052 then 'single'
            when kind_draw < 0.094 then 'abandoner'
            else 'viewer'
        end as kind,
        case when device_draw < 0.58 then 'mobile' when device_draw < 0.94 then 'desktop' else 'tablet' end as device,
        case
            when device_draw < 0.27 then 'Chrome Mobile'
            when device_draw < 0.53 then 'Mobile Safari'
            when device_draw < 0.58 then 'Samsung Internet'
            when device_draw < 0.80 then 'Chrome'
            when device_draw < 0.86 then 'Edge'
            when device_draw < 0.91 then 'Firefox'
            else 'Safari'
        end as browser,
        case
            when device_draw < 0.27 then 'Android'
            when device_draw < 0.53 then 'iOS'
            when device_draw < 0.58 then 'Android'
            when device_draw < 0.86 then 'Windows'
            when device_draw < 0.91 then 'Linux'
            else 'macOS'
        end as os,
        list_value('US', 'US', 'US', 'GB', 'GB', 'DE', 'DE', 'FR', 'PL', 'NL', 'ES', 'CA')[
            1 + cast(floor(12 * demo.uniform(visitor, 'country')) as integer)
        ] as country
    from users

),

-- sessions per person: one, and now and then another; buyers of several orders come at least twice
visits as (

    select
        people.*,
        unnest(generate_series(1, cast(
            case when kind = 'multi' then 2 else 1 end + floor(ln(1 - demo.uniform(visitor, 'visits')) / ln(0.15))
        as integer))) as visit,
        case when kind = 'multi' then 2 else 1 end + floor(ln(1 - demo.uniform(visitor, 'visits')) / ln(0.15)) as visits
    from people

),

sessions as (

    select
        visits.*,
        visitor * 64 + visit as session,
        -- what would come after the last day is mirrored into the days before it
        floor(greatest(0, days - 0.001 - abs(
            days - 0.001 - first_day + 18 * (visit - 1) * ln(1 - demo.uniform(visitor * 64 + visit, 'gap'))
        ))) as day,
        demo.uniform(visitor * 64 + visit, 'source') as source_draw,
        -- where in the session's own way it ends: abandoners in their last visit, buyers in one, loyal buyers in all
        case
            when kind = 'multi' then 'buys'
            when kind = 'single' and visit = visits then 'buys'
            when kind = 'abandoner' and visit = visits then 'abandons'
            else 'looks'
        end as outcome
    from visits
    cross join calendar

),

arrivals as (

    select
        sessions.*,
        -- fewer visits at weekends, most in the afternoon and evening
        first_date
            + cast(greatest(0, day - case
                when dayofweek(first_date + cast(day as integer)) in (0, 6) and demo.uniform(session, 'weekend') < 0.3
                then 2 else 0 end) as integer) * interval 1 day
            + cast(floor(3600 * case
                when demo.uniform(session, 'night owl') < 0.2 then 23 * demo.uniform(session, 'hour')
                else 7 + 15 * (demo.uniform(session, 'hour 1') + demo.uniform(session, 'hour 2')) / 2 end) as integer)
                * interval 1 second as arrived_at,
        case
            when source_draw < 0.34 then 'direct'
            when source_draw < 0.64 then 'google'
            when source_draw < 0.78 then 'facebook'
            when source_draw < 0.88 then 'newsletter'
            when source_draw < 0.95 then 'instagram'
            else 'affiliate'
        end as source,
        case
            when source_draw < 0.34 then 'none'
            when source_draw < 0.50 then 'organic'
            when source_draw < 0.78 then 'cpc'
            when source_draw < 0.88 then 'email'
            when source_draw < 0.95 then 'social'
            else 'referral'
        end as medium,
        case
            when source_draw < 0.50 then null
            when source_draw < 0.58 then 'brand search'
            when source_draw < 0.64 then 'shopping ads'
            when source_draw < 0.72 then 'retargeting'
            when source_draw < 0.78 then 'lookalike'
            when source_draw < 0.88 then 'weekly letter'
        end as campaign,
        1 + floor(ln(1 - demo.uniform(session, 'views')) / ln(0.395)) as session_views,
        cast(md5(concat(session, ' ', (select seed from demo.settings))) as varchar) as session_hash
    from sessions
    cross join calendar

),

-- steps of a session in their order: home 0, views 10 …, cart 80, checkout 90, purchase 95
steps as (

    select session, 0 as step, 'home' as event_type from arrivals where demo.uniform(session, 'home') < 0.93

    union all

    select session, 10 + unnest(generate_series(0, cast(least(60, session_views) - 1 as integer))), 'view'
    from arrivals
    where demo.uniform(session, 'leaves at once') >= 0.09 or demo.uniform(session, 'home') >= 0.93 or outcome <> 'looks'

    union all

    select session, 80, 'cart' from arrivals where outcome in ('buys', 'abandons')

    union all

    select session, 90, 'checkout'
    from arrivals
    where outcome = 'buys'
        or (outcome = 'abandons' and demo.uniform(session, 'checkout') < case when browser = 'Mobile Safari' then 0.5 else 0.28 end)

    union all

    select session, 95, 'purchase' from arrivals where outcome = 'buys'

),

events as (

    select
        arrivals.arrived_at
            + cast(step * 11 + floor(9 * demo.uniform(steps.session * 128 + step, 'second')) as integer) * interval 1 second
            as event_at,
        steps.event_type,
        steps.session * 128 + step as event,
        arrivals.*,
        -- who buys, buys what was seen last
        floor(3000 * power(
            demo.uniform(case when step < 80 then steps.session * 128 + step else steps.session * 128 + 9 + session_views end, 'product'),
            2.4
        )) as product
    from steps
    inner join arrivals on arrivals.session = steps.session

),

shop as (

    select
        event,
        strftime(event_at, '%Y-%m-%d %H:%M:%S UTC') as event_time,
        event_type,
        user_id,
        case when event_type <> 'home' and event_type <> 'checkout' then product_id end as product_id,
        case when event_type <> 'home' and event_type <> 'checkout' then category_id end as category_id,
        case when event_type <> 'home' and event_type <> 'checkout' then category_code end as category_code,
        case when event_type <> 'home' and event_type <> 'checkout' then brand end as brand,
        case when event_type <> 'home' and event_type <> 'checkout' then cast(price as varchar) end as price,
        concat_ws('-', session_hash[1:8], session_hash[9:12], session_hash[13:16], session_hash[17:20], session_hash[21:32])
            as user_session,
        device,
        browser,
        os,
        source,
        medium,
        campaign,
        country,
        event_at
    from events
    inner join products on products.product = events.product
    where event_at < (select first_date + days * interval 1 day from calendar)

),

-- the mess: lost prices, sessions and times, and rows sent twice
messy as (

    select
        unnest(generate_series(1, case when demo.uniform(event, 'sent twice') < 0.0008 then 2 else 1 end)) as copy,
        shop.* replace (
            case when price is not null and demo.uniform(event, 'no price') < 0.0012 then '0.00' else price end as price,
            case when demo.uniform(event, 'no session') < 0.0005 then null else user_session end as user_session,
            case when demo.uniform(event, 'no time') < 0.00008 then 'NaT' else event_time end as event_time
        )
    from shop

)

select
    event_time,
    event_type,
    user_id,
    product_id,
    category_id,
    category_code,
    brand,
    price,
    user_session,
    cast(null as varchar) as quantity,
    cast(null as varchar) as order_id,
    device,
    browser,
    os,
    source,
    medium,
    campaign,
    country,
    cast(null as varchar) as city,
    cast(null as varchar) as page,
    cast(null as varchar) as referrer
from messy
order by event_at, event, copy
