-- one row per slot of the draw for a person's city
select value as city_no, slot from demo.slots_of('skeleton.city_weights', 1024)
