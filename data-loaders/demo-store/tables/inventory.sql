-- one row per product and week
with weeks as (

    select date '2020-09-27' + cast(7 * n as integer) as counted_on from range(23) as numbers(n)

),

sales as (

    select
        order_items.product_id,
        cast(date_trunc('week', orders.ordered_at) as date) + 6 as counted_on,
        sum(order_items.quantity) as sold
    from demo.order_items
    inner join demo.orders on orders.order_id = order_items.order_id
    group by all

),

-- what is sold of a product in two weeks or so is delivered in one lot
lots as (

    select
        product_no,
        product_id,
        demo.planted('unsellable_products') and is_out_of_stock as is_out_of_stock,
        greatest(5, cast(demo.users() / 4.5 * sale_weight / sum(sale_weight) over () / 11 as integer)) as lot
    from skeleton.products
    where product_no > 0

),

sold_so_far as (

    select
        lots.*,
        weeks.counted_on,
        cast(coalesce(sales.sold, 0) as integer) as sold,
        cast(sum(coalesce(sales.sold, 0)) over (partition by lots.product_id order by weeks.counted_on) as integer) as sold_upto
    from lots
    cross join weeks
    left join sales on sales.product_id = lots.product_id and sales.counted_on = weeks.counted_on

)

select
    product_id,
    counted_on,
    -- of what has been sold, all whole lots have been replaced
    case when is_out_of_stock then 0 else 3 * lot - (sold_upto - sold) % lot end as opening_stock,
    case when is_out_of_stock then 0 else sold_upto // lot * lot - (sold_upto - sold) // lot * lot end as received,
    sold,
    case when is_out_of_stock then 0 else 3 * lot - sold_upto % lot end as stock,
    2 * lot as reorder_level
from sold_so_far
order by product_no, counted_on
