-- one row per slot of the draw for a product's category
select value as category_no, slot from demo.slots_of('skeleton.category_weights', 1024)
