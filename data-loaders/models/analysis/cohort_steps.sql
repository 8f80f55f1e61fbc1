-- one row per cell of analysis.cohort_cells: whether its running totals tell of no people, or of enough of them, beyond those of the cells of the cohort before that do
with recursive cells as (

    select
        cells.cell,
        cells.period,
        cells.retained_or_later,
        cells.purchasers,
        cells.cumulative_purchasers,
        thresholds.minimum_group_size
    from analysis.cohort_cells as cells
    cross join settings.thresholds as thresholds

),

-- What was last told, and the buyers of a period since then. Sums of several periods may count people twice, so the revenue
-- of several is told when one of them had enough buyers.
steps as (

    select
        cells.*,
        retained_or_later as told_later,
        case when cumulative_purchasers >= minimum_group_size then cumulative_purchasers else 0 end as told_purchasers,
        case when cumulative_purchasers >= minimum_group_size then 0 else cumulative_purchasers end as untold_purchasers
    from cells
    where period = 0

    union all

    select
        cells.*,
        case when steps.told_later - cells.retained_or_later between 1 and cells.minimum_group_size - 1
                or cells.retained_or_later between 1 and cells.minimum_group_size - 1 then steps.told_later
            else cells.retained_or_later
        end,
        case when cells.cumulative_purchasers - steps.told_purchasers between 1 and cells.minimum_group_size - 1
                or greatest(steps.untold_purchasers, cells.purchasers) between 1 and cells.minimum_group_size - 1
                then steps.told_purchasers
            else cells.cumulative_purchasers
        end,
        case when cells.cumulative_purchasers - steps.told_purchasers between 1 and cells.minimum_group_size - 1
                or greatest(steps.untold_purchasers, cells.purchasers) between 1 and cells.minimum_group_size - 1
                then greatest(steps.untold_purchasers, cells.purchasers)
            else 0
        end
    from steps
    inner join cells on cells.cell = steps.cell + 1 and cells.period > 0

)

select
    cell,
    told_later = retained_or_later as tells_later,
    told_purchasers = cumulative_purchasers and untold_purchasers = 0 as tells_purchasers
from steps
