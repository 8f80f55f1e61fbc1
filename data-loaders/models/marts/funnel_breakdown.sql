-- one row per funnel (in any order, or in order within 7 days), dimension, value that people entered with, and stage; Other for values of too few people
select
    splits.funnel_order,
    splits.dimension,
    splits.value,
    stages.stage,
    splits.position,
    splits.members as users,
    splits.also_previous,
    cast(splits.members as double) / nullif(splits.previous_members, 0) as conversion_from_previous,
    cast(splits.members as double) / nullif(splits.first_members, 0) as share_of_first,
    cast(splits.also_previous as double) / nullif(splits.previous_members, 0) as strict_conversion_from_previous,
    splits.conversion_low,
    splits.conversion_high,
    splits.strict_conversion_low,
    splits.strict_conversion_high,
    splits.previous_members >= thresholds.minimum_trials as has_enough_users
from analysis.funnel_splits as splits
inner join core.stages as stages on stages.position = splits.position
cross join settings.thresholds as thresholds
where splits.dimension not in ('day', 'week', 'month')
order by splits.funnel_order, splits.dimension, splits.value, splits.position
