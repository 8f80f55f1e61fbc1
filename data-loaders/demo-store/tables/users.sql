-- one row per person
-- view
select
    demo.user_id(visitors.user_no) as user_id,
    calendar.date - case
        -- some were customers before the period began
        when demo.draw(visitors.key, 'known before') < 0.12
            then 1 + cast(floor(700 * demo.draw(visitors.key, 'known since')) as integer) + visitors.first_day
        else 0
    end as signed_up_on,
    ways.source as first_source,
    case
        when visitors.is_bot or demo.draw(visitors.key, 'tells') < 0.35 then null
        when demo.draw(visitors.key, 'gender') < 0.47 then 'female'
        when demo.draw(visitors.key, 'gender') < 0.98 then 'male'
        else 'other'
    end as gender,
    case when not visitors.is_bot and demo.draw(visitors.key, 'tells') >= 0.35 then cast(
        2003 - floor(18 * (demo.draw(visitors.key, 'age 1') + demo.draw(visitors.key, 'age 2') + demo.draw(visitors.key, 'age 3')))
        as smallint)
    end as birth_year,
    cities.city,
    cities.country
from skeleton.visitors
inner join skeleton.calendar on calendar.day = visitors.first_day
inner join skeleton.ways on ways.way_no = visitors.first_way
inner join skeleton.cities on cities.city_no = visitors.city_no
