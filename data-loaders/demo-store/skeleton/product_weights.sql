-- one row per product, to draw what is viewed (part 0) and what is put into a cart and bought (part 1); part 2 stands for none
-- view
select 0 as part, product_no as value, view_weight as weight from skeleton.products

union all

select 1, product_no, sale_weight from skeleton.products

union all

select 2, 0, 1
