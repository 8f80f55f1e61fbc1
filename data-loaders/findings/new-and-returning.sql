-- how visits of people who were here before turn into orders, beside first visits
select
    case verdict when 'too_few_to_tell' then null when 'no_difference' then false else true end as holds,
    rate,
    rest_rate,
    trials,
    rest_trials,
    difference_low,
    difference_high,
    corrected_p_value,
    kpis.purchases,
    kpis.average_order_value,
    kpis.average_order_value_low,
    kpis.average_order_value_high,
    bounds.seconds
from marts.comparisons
cross join marts.kpis as kpis
cross join core.bounds as bounds
where dimension = 'visitor' and value = 'returning' and metric = 'session_conversion'
