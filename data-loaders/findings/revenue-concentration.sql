-- what the best tenth of the buyers brings in
select
    best.buyers,
    best.revenue,
    best.revenue_share,
    kpis.purchasing_users,
    thresholds.minimum_trials
from marts.revenue_concentration as best
cross join marts.kpis as kpis
cross join settings.thresholds as thresholds
where best.buyer_share = 0.1
