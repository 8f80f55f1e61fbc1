-- one row per cohort (the month of a user's first event) and month since then, up to the last month of the data
with cells as (

    select
        cells.cohort,
        cells.may_have_come_before,
        cells.period,
        cells.period_start as event_month,
        cells.is_complete,
        cells.users,
        cells.retained,
        cells.purchasers,
        cast(cells.revenue as double) as revenue,
        thresholds.minimum_group_size
    from analysis.cohort_cells as cells
    cross join settings.thresholds as thresholds
    where cells.cohort_kind = 'first_visit' and cells.period_kind = 'month' and cells.dimension = 'all'

),

-- What one cell hides is what the month has beyond the others. So the smallest that have buyers are hidden, until they
-- have enough of them together; those of cohorts that are left out are among them.
hidden as (

    select
        cells.*,
        cast(coalesce(sum(purchasers) over (
            partition by event_month
            order by case when purchasers = 0 then 1 else 0 end, purchasers, cohort
            rows between unbounded preceding and 1 preceding
        ), 0) as bigint) as purchasers_hidden_before
    from cells

),

published as (

    select
        hidden.*,
        retained between 1 and minimum_group_size - 1 as is_retained_hidden,
        retained between 1 and minimum_group_size - 1
            or purchasers between 1 and minimum_group_size - 1
            or (purchasers > 0 and purchasers_hidden_before between 1 and minimum_group_size - 1) as is_revenue_hidden
    from hidden
    where users >= minimum_group_size

)

select
    cohort,
    may_have_come_before,
    period,
    users,
    case when not is_retained_hidden then retained end as retained,
    case when not is_revenue_hidden then purchasers end as purchasers,
    case when not is_revenue_hidden then revenue end as revenue,
    is_complete
from published
order by cohort, period
