-- one row per file and number that its activities' first categories go by: the category's name
select distinct
    file,
    number,
    label
from staging.dimension_values
where dimension = 'category'
