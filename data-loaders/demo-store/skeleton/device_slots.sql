-- one row per slot of the draw for a person's device
select value as device_no, slot from demo.slots_of('skeleton.device_weights', 1024)
