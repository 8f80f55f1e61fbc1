-- one row per day and way that is open on it, to draw the way of people who only look (parts 0 to 157) and of those who
-- fill a cart (parts 158 to 315) from
-- view
with open_ways as (

    select calendar.day, ways.way_no, ways.intent, ways.weight * 1000 as weight
    from skeleton.ways
    cross join skeleton.calendar
    where ways.ad_no is null

    union all

    -- 36 of 100 visits are paid for
    select ad_days.day, ways.way_no, ways.intent, ad_days.part * 36 // 100
    from skeleton.ad_days
    inner join skeleton.ways on ways.ad_no = ad_days.ad_no

)

select day as part, way_no as value, weight * 100 as weight from open_ways

union all

select 158 + day, way_no, cast(weight * intent * 100 as bigint) from open_ways
