-- one row per day and way that is open on it, to draw the way of a visit from
-- view
select calendar.day as part, ways.way_no as value, ways.weight * 1000 as weight
from skeleton.ways
cross join skeleton.calendar
where ways.ad_no is null

union all

-- 36 of 100 visits are paid for
select ad_days.day, 10 + ad_days.ad_no, ad_days.part * 36 // 100
from skeleton.ad_days
