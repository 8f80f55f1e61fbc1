-- one row per category
select category_id, department, category_code, name from skeleton.categories order by category_no
