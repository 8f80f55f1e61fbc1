-- one row per slot of the draw for the day of a first visit
select value as day, slot from demo.slots_of('skeleton.calendar_weights', 65536)
