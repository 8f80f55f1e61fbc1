-- one row per kind (first_purchase since the first visit, second_purchase since the first), dimension, value and number of days since at which enough people bought since the row before
select
    kind,
    dimension,
    value,
    days_since,
    at_risk,
    events,
    censored,
    share,
    low,
    high
from analysis.survival_curves
order by kind, dimension, value, days_since
