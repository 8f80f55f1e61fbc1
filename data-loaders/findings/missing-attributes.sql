-- what more revenue stands behind: products without a brand, or without a category
select
    missing.attribute,
    missing.share,
    missing.revenue,
    missing.revenue_share,
    missing.recoverable_revenue,
    missing.recoverable_events,
    missing.events,
    missing.confidence,
    kpis.purchases,
    thresholds.minimum_trials
from marts.missing_attributes as missing
cross join marts.kpis as kpis
cross join settings.thresholds as thresholds
order by missing.revenue desc, missing.events desc, missing.attribute
limit 1
