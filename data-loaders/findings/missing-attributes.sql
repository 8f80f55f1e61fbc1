-- what more revenue stands behind: products without a brand, or without a category, of those that the files have a column for
select
    missing.attribute,
    missing.share,
    missing.events,
    missing.revenue,
    -- of the purchases, where nothing is known of the revenue
    coalesce(missing.revenue_share, cast(missing.purchases as double) / nullif(kpis.purchases, 0)) as missing_share,
    missing.revenue_share is not null as has_revenue,
    missing.recoverable_revenue,
    missing.recoverable_purchases,
    missing.confidence,
    kpis.purchases,
    thresholds.minimum_trials
from marts.missing_attributes as missing
cross join marts.kpis as kpis
cross join settings.thresholds as thresholds
where missing.attribute in (select column_name from marts.column_checks)
order by missing.revenue desc, missing.events desc, missing.attribute
limit 1
