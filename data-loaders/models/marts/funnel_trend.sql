-- one row per funnel (in any order, or in order within 7 days), period (day, week, month) in which people entered, and stage
with bounds as (

    select
        case when is_last_day_complete then last_date + interval '1' day else last_date end as first_unfinished_date
    from core.bounds

),

splits as (

    select
        *,
        cast(value as date) as period_start
    from analysis.funnel_splits
    where dimension in ('day', 'week', 'month')

)

select
    splits.funnel_order,
    splits.dimension as period_kind,
    splits.period_start,
    stages.stage,
    splits.position,
    splits.members as users,
    splits.also_previous,
    cast(splits.members as double) / nullif(splits.previous_members, 0) as conversion_from_previous,
    cast(splits.also_previous as double) / nullif(splits.previous_members, 0) as strict_conversion_from_previous,
    splits.conversion_low,
    splits.conversion_high,
    splits.strict_conversion_low,
    splits.strict_conversion_high,
    splits.previous_members >= thresholds.minimum_trials as has_enough_users,
    -- whether everybody who could enter in it has had the funnel's window since
    case splits.dimension
        when 'day' then splits.period_start + interval '1' day
        when 'week' then splits.period_start + interval '7' day
        else splits.period_start + interval '1' month
    end + case when splits.funnel_order = 'ordered' then interval '7' day else interval '0' day end
        <= bounds.first_unfinished_date as is_complete
from splits
inner join core.stages as stages on stages.position = splits.position
cross join bounds
cross join settings.thresholds as thresholds
order by splits.funnel_order, period_kind, splits.period_start, splits.position
