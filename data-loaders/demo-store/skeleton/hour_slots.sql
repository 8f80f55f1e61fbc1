-- one row per slot of the draw for the hour of a visit
select value as hour, slot from demo.slots_of('skeleton.hour_weights', 4096)
