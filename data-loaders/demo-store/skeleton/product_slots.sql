-- one row per slot of the draw for what is viewed, and what is bought
select value as product_no, slot from demo.slots_of('skeleton.product_weights', 65536)
