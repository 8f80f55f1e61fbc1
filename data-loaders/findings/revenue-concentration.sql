-- what the best tenth of the buyers brings in; nothing of too few buyers
select
    best.buyers,
    best.revenue,
    best.revenue_share,
    kpis.revenue as all_revenue,
    kpis.purchasing_users,
    extract(epoch from kpis.last_event_at) - extract(epoch from kpis.first_event_at) as seconds,
    thresholds.minimum_trials
from marts.kpis as kpis
cross join settings.thresholds as thresholds
left join marts.revenue_concentration as best on best.buyer_share = 0.1
