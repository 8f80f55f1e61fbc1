-- what the best tenth of the buyers brings in
select
    best.buyers,
    best.revenue,
    best.revenue_share,
    kpis.revenue as all_revenue,
    kpis.purchasing_users,
    extract(epoch from kpis.last_event_at) - extract(epoch from kpis.first_event_at) as seconds,
    thresholds.minimum_trials
from marts.revenue_concentration as best
cross join marts.kpis as kpis
cross join settings.thresholds as thresholds
where best.buyer_share = 0.1
