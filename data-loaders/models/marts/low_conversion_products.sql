-- one row per product with many views and no purchase
with products as (

    select * from core.products

),

thresholds as (

    select * from settings.thresholds

),

category_rates as (

    select
        category_code,
        cast(sum(purchases) as double) / nullif(sum(views), 0) as purchase_rate
    from products
    group by category_code

),

overall as (

    select
        cast(sum(purchases) as double) / nullif(sum(views), 0) as purchase_rate,
        count(*) filter (where views >= minimum_product_views) as compared_products
    from products
    cross join thresholds

),

-- What the category or the whole shop sells per view, whichever is less: a product may be one that is looked at more than others.
expected as (

    select
        products.*,
        products.views * least(1, overall.purchase_rate, category_rates.purchase_rate) as expected_purchases
    from products
    cross join thresholds
    cross join overall
    inner join category_rates on category_rates.category_code = products.category_code
    where products.views >= minimum_product_views

),

unbought as (

    select
        expected.*,
        overall.compared_products,
        coalesce(recent.recent_views, 0) as recent_views,
        prices.price
    from expected
    cross join overall
    left join analysis.recent_products as recent on recent.product_id = expected.product_id
    left join analysis.unbought_prices as prices on prices.product_id = expected.product_id
    where expected.purchases = 0

)

select
    product_id,
    brand,
    category_code,
    views,
    carts,
    purchases,
    cast(purchases as double) / nullif(views, 0) as purchase_rate,
    views - purchases as view_purchase_gap,
    recent_views,
    recent_views > 200 as is_alert,
    expected_purchases,
    price,
    expected_purchases * price as expected_revenue,
    -- no purchase at all, by Poisson, of a product that sells half as well as others, for they differ; times the number of
    -- products compared (Bonferroni)
    least(1, exp(-expected_purchases / 2) * compared_products) as corrected_p_value
from unbought
order by views desc, product_id
