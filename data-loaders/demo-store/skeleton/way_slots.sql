-- one row per slot of the draw for the way of a visit
select value as way_no, slot from demo.slots_of('skeleton.way_weights', 1024)
