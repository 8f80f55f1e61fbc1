-- what the best tenth of the buyers brings in; nothing of too few buyers
select
    best.buyers,
    best.revenue,
    best.revenue_share,
    kpis.revenue as all_revenue,
    kpis.purchasing_users,
    bounds.seconds,
    thresholds.minimum_trials
from marts.kpis as kpis
cross join core.bounds as bounds
cross join settings.thresholds as thresholds
left join marts.revenue_concentration as best on best.buyer_share = 0.1
