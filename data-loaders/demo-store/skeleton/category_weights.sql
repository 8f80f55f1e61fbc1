-- one row per category, to draw a product's from
-- view
select 0 as part, category_no as value, weight from skeleton.categories
