-- one row per way to count the funnel and stage: how many come so far, and how much the way changes the conversion from the headline's
with counts as (

    select * from analysis.funnel_counts

),

headline as (

    select
        position,
        cast(members as double) / nullif(previous_members, 0) as conversion_from_previous
    from counts
    where definition = 1

)

select
    counts.definition,
    counts.unit,
    counts.funnel_order,
    counts.conversion_window,
    counts.is_open,
    counts.is_product_held,
    stages.stage,
    counts.position,
    counts.members,
    counts.also_previous,
    cast(counts.members as double) / nullif(counts.previous_members, 0) as conversion_from_previous,
    cast(counts.members as double) / nullif(counts.first_members, 0) as share_of_first,
    cast(counts.also_previous as double) / nullif(counts.previous_members, 0) as strict_conversion_from_previous,
    counts.conversion_low,
    counts.conversion_high,
    counts.strict_conversion_low,
    counts.strict_conversion_high,
    counts.previous_members >= thresholds.minimum_trials as has_enough_members,
    cast(counts.members as double) / nullif(counts.previous_members, 0)
        - headline.conversion_from_previous as difference_to_headline
from counts
inner join core.stages as stages on stages.position = counts.position
inner join headline on headline.position = counts.position
cross join settings.thresholds as thresholds
order by counts.definition, counts.position
