-- one row per person's number
select cast(range as integer) as n from range(demo.users())
