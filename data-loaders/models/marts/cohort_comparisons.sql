-- one row per kind of cohort, kind of period, what it is compared with, dimension, value, cohort, period since (one to three) and metric (retention, conversion): the rate of the cohort's users against that of all other cohorts, or of the other values of the dimension
select
    cohort_kind,
    period_kind,
    compared_with,
    dimension,
    value,
    cohort,
    period,
    metric,
    trials as users,
    successes,
    cast(successes as double) / trials as rate,
    rest_trials as rest_users,
    rest_successes,
    cast(rest_successes as double) / nullif(rest_trials, 0) as rest_rate,
    difference,
    difference_low,
    difference_high,
    p_value,
    corrected_p_value,
    verdict,
    -- learned segments are made of what people did: that they come back or buy more or less is no news
    dimension = 'segment' as is_circular
from analysis.compared_cohorts
order by cohort_kind, period_kind, compared_with, dimension, value, cohort, period, metric
