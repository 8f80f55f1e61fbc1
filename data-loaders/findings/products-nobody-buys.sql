-- how many products are viewed a lot and never bought, more than chance would have it
with products as (

    select
        *,
        corrected_p_value < 0.05 as is_surprising
    from marts.low_conversion_products

),

-- what a view brings in elsewhere
sold as (

    select sum(revenue) / nullif(sum(purchases), 0) as price, sum(purchases) as purchases
    from marts.products

)

select
    count(*) as unbought,
    count(*) filter (where is_surprising) as surprising,
    (select count(*) from marts.product_alerts) as alerts,
    coalesce(sum(views) filter (where is_surprising), 0) as views,
    sum(expected_purchases order by product_id) filter (where is_surprising) as expected_purchases,
    min(product_id) filter (where is_surprising) as example,
    max(thresholds.minimum_product_views) as minimum_product_views,
    max(sold.price) as price,
    max(sold.purchases) as purchases
from products
right join settings.thresholds as thresholds on true
cross join sold
