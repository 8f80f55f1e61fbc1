-- one row per cell of analysis.cohort_cells of a cohort with enough users: its numbers, missing where they are hidden
with counts as (

    select
        cell,
        max(case when is_hidden then 1 else 0 end) filter (where measure = 'users') as hides_users,
        max(case when is_hidden then 1 else 0 end) filter (where measure = 'retained') as hides_retained,
        max(case when is_hidden then 1 else 0 end) filter (where measure = 'retained_or_later') as hides_later,
        max(case when is_hidden then 1 else 0 end) filter (where measure = 'purchasers') as hides_purchasers,
        max(case when is_hidden then 1 else 0 end) filter (where measure = 'cumulative_purchasers') as hides_cumulative
    from analysis.cohort_counts
    group by cell

),

has_price as (

    select is_present as has_price from core.columns where column_name = 'price'

)

select
    cells.*,
    counts.hides_retained = 1 as is_retained_hidden,
    coalesce(counts.hides_later, counts.hides_retained) = 1 as is_later_hidden,
    counts.hides_purchasers = 1 as is_purchasers_hidden,
    coalesce(counts.hides_cumulative, counts.hides_purchasers) = 1 as is_cumulative_hidden,
    has_price.has_price,
    cells.users >= thresholds.minimum_trials as has_enough_users
from analysis.cohort_cells as cells
inner join counts on counts.cell = cells.cell
inner join counts as sizes on sizes.cell = cells.cell - cells.period
cross join has_price
cross join settings.thresholds as thresholds
where sizes.hides_users = 0
