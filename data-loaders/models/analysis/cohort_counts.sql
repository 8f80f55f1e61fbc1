-- one row per cell of analysis.cohort_cells and count of people in it (users, retained, retained_or_later, purchasers, cumulative_purchasers): how many, and whether that is hidden
with cells as (

    select
        cells.*,
        steps.tells_later,
        steps.tells_purchasers,
        cells.period_start = max(cells.period_start) over (partition by cells.period_kind) as is_last
    from analysis.cohort_cells as cells
    inner join analysis.cohort_steps as steps
        on steps.cohort_kind = cells.cohort_kind
        and steps.period_kind = cells.period_kind
        and steps.dimension = cells.dimension
        and steps.value = cells.value
        and steps.cohort = cells.cohort
        and steps.period = cells.period

),

counts as (

    select cohort_kind, period_kind, dimension, value, cohort, period, period_start, 'users' as measure, users as people, true as is_told
    from cells
    where period = 0

    union all

    select cohort_kind, period_kind, dimension, value, cohort, period, period_start, 'retained', retained, true
    from cells

    union all

    -- in the last period, the same as retained
    select cohort_kind, period_kind, dimension, value, cohort, period, period_start, 'retained_or_later', retained_or_later, tells_later
    from cells
    where period > 0 and not is_last

    union all

    select cohort_kind, period_kind, dimension, value, cohort, period, period_start, 'purchasers', purchasers, true
    from cells

    union all

    -- in the first period, the same as purchasers
    select cohort_kind, period_kind, dimension, value, cohort, period, period_start, 'cumulative_purchasers', cumulative_purchasers, tells_purchasers
    from cells
    where period > 0

),

judged as (

    select
        counts.*,
        thresholds.minimum_group_size,
        -- over the cohorts, to what is published of the calendar period
        counts.measure in ('retained', 'purchasers') as is_added_up,
        case when counts.is_told and not counts.people between 1 and thresholds.minimum_group_size - 1 then 1 else 0 end as is_harmless
    from counts
    cross join settings.thresholds as thresholds

),

-- What one cell hides is what all cohorts of a calendar period have beyond the others, so the smallest are hidden until there
-- are two, of enough people together.
ordered_totals as (

    select
        judged.*,
        row_number() over places as place,
        min(is_harmless) over groups as is_group_harmless,
        coalesce(sum(people) over (places rows between unbounded preceding and 1 preceding), 0) as people_before
    from judged
    where dimension = 'all'
    window
        groups as (
            partition by cohort_kind, period_kind, measure,
                case when is_added_up then period_start else cohort end,
                case when is_added_up then 0 else period end
        ),
        places as (
            partition by cohort_kind, period_kind, measure,
                case when is_added_up then period_start else cohort end,
                case when is_added_up then 0 else period end
            order by is_harmless, case when people = 0 then 1 else 0 end, people, cohort
        )

),

totals as (

    select
        cohort_kind,
        period_kind,
        dimension,
        value,
        cohort,
        period,
        measure,
        people,
        is_harmless = 0
            or (is_group_harmless = 0 and people > 0 and (place = 2 or people_before < minimum_group_size)) as is_hidden
    from ordered_totals

),

-- the same, of the values of a dimension: together they are the total
ordered_values as (

    select
        judged.*,
        totals.is_hidden as is_total_hidden,
        row_number() over places as place,
        min(judged.is_harmless) over groups as is_group_harmless,
        coalesce(sum(judged.people) over (places rows between unbounded preceding and 1 preceding), 0) as people_before
    from judged
    inner join totals
        on totals.cohort_kind = judged.cohort_kind
        and totals.period_kind = judged.period_kind
        and totals.cohort = judged.cohort
        and totals.period = judged.period
        and totals.measure = judged.measure
    where judged.dimension <> 'all'
    window
        groups as (
            partition by judged.cohort_kind, judged.period_kind, judged.dimension, judged.cohort, judged.period, judged.measure
        ),
        places as (
            partition by judged.cohort_kind, judged.period_kind, judged.dimension, judged.cohort, judged.period, judged.measure
            order by judged.is_harmless, case when judged.people = 0 then 1 else 0 end, judged.people, judged.value
        )

)

select * from totals

union all

select
    cohort_kind,
    period_kind,
    dimension,
    value,
    cohort,
    period,
    measure,
    people,
    is_total_hidden
        or is_harmless = 0
        or (is_group_harmless = 0 and people > 0 and (place = 2 or people_before < minimum_group_size)) as is_hidden
from ordered_values
