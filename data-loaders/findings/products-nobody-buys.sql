-- how many products are viewed a lot and never bought, more than chance would have it
with products as (

    select
        *,
        corrected_p_value < 0.05 as is_surprising
    from marts.low_conversion_products

),

totals as (

    select
        count(*) as unbought,
        count(*) filter (where is_surprising) as surprising,
        coalesce(sum(views) filter (where is_surprising), 0) as views,
        sum(expected_purchases order by product_id) filter (where is_surprising) as expected_purchases,
        sum(expected_revenue order by product_id) filter (where is_surprising) as expected_revenue,
        -- purchases of a product vary as much as they are many (Poisson)
        sum(expected_revenue * price order by product_id) filter (where is_surprising) as revenue_variance
    from products

)

select
    totals.*,
    (select count(*) from marts.product_alerts) as alerts,
    kpis.views as all_views,
    kpis.purchases,
    thresholds.minimum_product_views
from totals
cross join marts.kpis as kpis
cross join settings.thresholds as thresholds
