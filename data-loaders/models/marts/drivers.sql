-- one row per change, dimension and value: its part in the change, and how far the change looks like its work
select
    changes.change_id,
    changes.metric,
    changes.dimension as filter_dimension,
    changes.value as filter_value,
    changes.before_from,
    changes.before_to,
    changes.after_from,
    changes.after_to,
    drivers.dimension,
    drivers.value,
    case when metrics.kind <> 'amount' then drivers.trials_before end as trials_before,
    case when metrics.kind <> 'amount' then drivers.trials_after end as trials_after,
    drivers.amount_before,
    drivers.amount_after,
    drivers.share_before,
    drivers.share_after,
    drivers.rate_before,
    drivers.rate_after,
    drivers.rate_change_low,
    drivers.rate_change_high,
    drivers.mix_effect,
    drivers.rate_effect,
    drivers.effect,
    drivers.share_of_change,
    drivers.score,
    drivers.p_value,
    drivers.corrected_p_value,
    drivers.position,
    drivers.is_main
from analysis.change_drivers as drivers
inner join analysis.changes as changes on changes.change_id = drivers.change_id
inner join analysis.metrics as metrics on metrics.metric = changes.metric
order by changes.change_id, drivers.position
