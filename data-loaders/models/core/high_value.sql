-- one row: what a buyer has to spend to be of high value, the 90th percentile of buyers' revenue (null where nobody buys)
select percentile_cont(0.9) within group (order by cast(revenue as double)) as high_value_revenue
from core.users
where purchases > 0
