-- one row per event that the collector wrote, as numbers, in the order of their times; copies stand next to each other
with unnested as (

    select
        visits.*,
        unnest(range(cast(homes + views + carts + checkouts + items as integer))) as step
    from skeleton.visits

),

typed as (

    select
        unnested.*,
        demo.step_key(session_no, step) as step_key,
        case
            when step < homes then 0
            when step < homes + views then 1
            when step < homes + views + carts then 2
            when step < homes + views + carts + checkouts then 3
            else 4
        end as type_no
    from unnested

),

placed as (

    select
        session_no,
        step,
        step_key,
        key,
        user_no,
        device_no,
        city_no,
        way_no,
        type_no,
        is_bot,
        case when type_no = 4 then ordered
            else started + pace * step + cast(floor(0.8 * pace * demo.draw(step_key, 'second')) as integer)
        end as event_at,
        case
            when type_no in (0, 3) then null
            when type_no = 1 and step < homes + views - 1 then -1
            when type_no = 1 and carts + items = 0 then -1
            -- what was seen last is put into the cart first
            when type_no = 1 then 0
            when type_no = 2 then step - homes - views
            else step - homes - views - carts - checkouts
        end as item
    from typed
    where not (type_no < 2 and demo.is_lost(started // 86400, demo.draw(step_key, 'lost')))

),

chosen as (

    select
        placed.*,
        case
            when item is null then 131072
            when item = -1 then demo.slot(step_key, 'view')
            else demo.item_slot(key, item)
        end as product_slot
    from placed

),

complete as (

    select
        event_at,
        session_no,
        cast(step as smallint) as step,
        step_key,
        -- a few visits begin as one person's and go on as another's, at the same computer
        case when type_no < 2 and step = 0 and demo.draw(key, 'shared') < 0.0008 and not is_bot
            then cast(floor(demo.users() * demo.draw(key, 'other person')) as integer)
            else user_no
        end as user_no,
        cast(type_no as tinyint) as type_no,
        device_no,
        city_no,
        way_no,
        product_slots.product_no,
        cast(case when item >= 0 and type_no > 1 then demo.quantity(key, item) end as tinyint) as quantity
    from chosen
    inner join skeleton.product_slots on product_slots.slot = chosen.product_slot

),

copied as materialized (

    select * from complete

)

select * from copied

union all

select * from copied
where demo.draw(step_key, 'sent twice') < 0.0009 or demo.is_within('replayed_day', event_at // 86400)

order by event_at, session_no, step
