-- one row per cell of analysis.cohort_cells and number of people in it (users, retained, retained_or_later, purchasers, cumulative_purchasers): whether that is hidden
with sizes as (

    select
        cells.cohort_kind,
        cells.period_kind,
        cells.cohort,
        cells.users,
        thresholds.minimum_group_size,
        row_number() over places as place,
        min(cells.users) over kinds as fewest_users,
        coalesce(sum(cells.users) over (places rows between unbounded preceding and 1 preceding), 0) as users_before
    from analysis.cohort_cells as cells
    cross join settings.thresholds as thresholds
    where cells.dimension = 'all' and cells.period = 0
    window
        kinds as (partition by cells.cohort_kind, cells.period_kind),
        places as (partition by cells.cohort_kind, cells.period_kind order by cells.users, cells.cohort)

),

-- The smallest cohorts are left out until there are two, of enough people together: what one has is what all users are beyond
-- the others.
cohorts as (

    select
        cohort_kind,
        period_kind,
        cohort,
        users < minimum_group_size
            or (fewest_users < minimum_group_size and (place = 2 or users_before < minimum_group_size)) as is_left_out
    from sizes

),

cells as (

    select
        cells.*,
        not cohorts.is_left_out as is_told,
        steps.tells_later and not cohorts.is_left_out as tells_later,
        steps.tells_purchasers and not cohorts.is_left_out as tells_purchasers,
        cells.period_start = max(cells.period_start) over (partition by cells.period_kind) as is_last
    from analysis.cohort_cells as cells
    inner join analysis.cohort_steps as steps on steps.cell = cells.cell
    inner join cohorts
        on cohorts.cohort_kind = cells.cohort_kind
        and cohorts.period_kind = cells.period_kind
        and cohorts.cohort = cells.cohort

),

counts as (

    select cell, total_cell, cohort_kind, period_kind, dimension, period_start, 'users' as measure, users as people, false as is_known, is_told
    from cells
    where period = 0

    union all

    select cell, total_cell, cohort_kind, period_kind, dimension, period_start, 'retained', retained, period = 0, is_told
    from cells

    union all

    -- in the last period, the same as retained
    select cell, total_cell, cohort_kind, period_kind, dimension, period_start, 'retained_or_later', retained_or_later, false, tells_later
    from cells
    where period > 0 and not is_last

    union all

    select cell, total_cell, cohort_kind, period_kind, dimension, period_start, 'purchasers', purchasers, period = 0 and purchasers = users, is_told
    from cells

    union all

    -- in the first period, the same as purchasers
    select cell, total_cell, cohort_kind, period_kind, dimension, period_start, 'cumulative_purchasers', cumulative_purchasers, false, tells_purchasers
    from cells
    where period > 0

),

judged as (

    select
        counts.*,
        thresholds.minimum_group_size,
        -- over the cohorts, to what is published of the calendar period
        counts.measure in ('retained', 'purchasers') as is_added_up,
        -- hiding what is known to be nobody, or all users, hides nothing
        case when counts.people = 0 or counts.is_known then 0 else 1 end as is_hideable,
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
        min(is_harmless) over families as is_group_harmless,
        coalesce(sum(people) over (places rows between unbounded preceding and 1 preceding), 0) as people_before
    from judged
    where dimension = 'all'
    window
        families as (
            partition by cohort_kind, period_kind, measure,
                case when is_added_up then period_start end, case when is_added_up then 0 else cell end
        ),
        places as (
            partition by cohort_kind, period_kind, measure,
                case when is_added_up then period_start end, case when is_added_up then 0 else cell end
            order by is_harmless, is_hideable desc, people, cell
        )

),

totals as (

    select
        cell,
        measure,
        is_harmless = 0
            or (is_group_harmless = 0 and is_hideable = 1 and (place = 2 or people_before < minimum_group_size)) as is_hidden
    from ordered_totals

),

-- the same, of the values of a dimension: together they are the total
ordered_values as (

    select
        judged.*,
        totals.is_hidden as is_total_hidden,
        row_number() over places as place,
        min(judged.is_harmless) over families as is_group_harmless,
        coalesce(sum(judged.people) over (places rows between unbounded preceding and 1 preceding), 0) as people_before
    from judged
    inner join totals on totals.cell = judged.total_cell and totals.measure = judged.measure
    where judged.dimension <> 'all'
    window
        families as (partition by judged.total_cell, judged.dimension, judged.measure),
        places as (
            partition by judged.total_cell, judged.dimension, judged.measure
            order by judged.is_harmless, judged.is_hideable desc, judged.people, judged.cell
        )

)

select * from totals

union all

select
    cell,
    measure,
    is_total_hidden
        or is_harmless = 0
        or (is_group_harmless = 0 and is_hideable = 1 and (place = 2 or people_before < minimum_group_size)) as is_hidden
from ordered_values
