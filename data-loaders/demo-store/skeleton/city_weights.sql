-- one row per city, to draw a person's from
-- view
select 0 as part, city_no as value, weight from skeleton.cities
