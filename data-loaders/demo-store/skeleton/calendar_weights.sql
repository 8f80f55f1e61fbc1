-- one row per day, to draw the day of a first visit from
-- view
select 0 as part, day as value, weight from skeleton.calendar
