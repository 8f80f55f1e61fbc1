-- one row per family, metric, dimension and value: the rate of its sessions against that of all others, over all days (of the dimension period: the last 28 complete days against the 28 before); counts of too few sessions are missing
with compared as (

    select * from analysis.compared_values

),

thresholds as (

    select minimum_group_size from settings.thresholds

),

hidden as (

    select
        compared.*,
        -- the other side would tell it too
        trials between 1 and minimum_group_size - 1 or rest_trials between 1 and minimum_group_size - 1 as is_hidden
    from compared
    cross join thresholds

)

select
    family,
    metric,
    dimension,
    value,
    case when not is_hidden then trials end as trials,
    case when not is_hidden then successes end as successes,
    case when not is_hidden then cast(successes as double) / nullif(trials, 0) end as rate,
    case when not is_hidden then rest_trials end as rest_trials,
    case when not is_hidden then rest_successes end as rest_successes,
    case when not is_hidden then cast(rest_successes as double) / nullif(rest_trials, 0) end as rest_rate,
    case when not is_hidden then design_effect end as design_effect,
    case when not is_hidden then rest_design_effect end as rest_design_effect,
    case when not is_hidden then difference end as difference,
    case when not is_hidden then difference_low end as difference_low,
    case when not is_hidden then difference_high end as difference_high,
    p_value,
    corrected_p_value,
    verdict,
    -- learned segments are made of what people bought: that they buy more or less is no news
    dimension = 'segment' as is_circular
from hidden
-- the other way round it is the same
where dimension <> 'period' or value = 'current'
order by family, metric, dimension, value
