-- one row per kind of cohort, kind of period, dimension, value, cohort and period since it began, up to the last of the data: what the cohort's users did
with parts as (

    select * from analysis.cohort_parts

),

own_values as (

    select 'all' as dimension, 'all' as own_value, parts.* from parts
    union all
    select 'device', device, parts.* from parts
    union all
    select 'source', source, parts.* from parts
    union all
    select 'segment', cast(cluster as varchar), parts.* from parts

),

totals as (

    select
        parts.cohort_kind,
        parts.period_kind,
        parts.dimension,
        user_values.value,
        parts.cohort,
        parts.period_start,
        sum(parts.retained) as retained,
        sum(parts.leaving) as leaving,
        sum(parts.purchasers) as purchasers,
        sum(parts.first_purchasers) as first_purchasers,
        sum(parts.orders) as orders,
        sum(parts.revenue) as revenue
    from own_values as parts
    -- has no values of dimensions that the files lack
    inner join analysis.user_values as user_values
        on user_values.dimension = parts.dimension
        and user_values.own_value = parts.own_value
    group by
        parts.cohort_kind, parts.period_kind, parts.dimension, user_values.value, parts.cohort, parts.period_start

),

-- everybody has an event in the period in which they join
cohorts as (

    select cohort_kind, period_kind, dimension, value, cohort, retained as users
    from totals
    where period_start = cohort

),

cells as (

    select
        cohorts.*,
        periods.period_start,
        periods.is_complete,
        coalesce(totals.retained, 0) as retained,
        coalesce(totals.leaving, 0) as leaving,
        coalesce(totals.purchasers, 0) as purchasers,
        coalesce(totals.first_purchasers, 0) as first_purchasers,
        coalesce(totals.orders, 0) as orders,
        coalesce(totals.revenue, 0) as revenue
    from cohorts
    inner join core.calendar_totals as periods
        on periods.period_kind = cohorts.period_kind
        and periods.period_start >= cohorts.cohort
    left join totals
        on totals.cohort_kind = cohorts.cohort_kind
        and totals.period_kind = cohorts.period_kind
        and totals.dimension = cohorts.dimension
        and totals.value = cohorts.value
        and totals.cohort = cohorts.cohort
        and totals.period_start = periods.period_start

),

numbered as (

    select
        -- those of a cohort follow each other
        row_number() over places as cell,
        cohort_kind,
        period_kind,
        dimension,
        value,
        cohort,
        cast(case when period_kind = 'month'
            then (extract(year from period_start) - extract(year from cohort)) * 12 + extract(month from period_start) - extract(month from cohort)
            else (period_start - cohort) / 7
        end as integer) as period,
        period_start,
        is_complete,
        cast(count(*) filter (where is_complete) over (
            partition by cohort_kind, period_kind, dimension, value, cohort
            order by period_start
            rows between 1 following and unbounded following
        ) as integer) as periods_after,
        cast(users as bigint) as users,
        cast(retained as bigint) as retained,
        cast(leaving as bigint) as leaving,
        cast(sum(leaving) over (
            partition by cohort_kind, period_kind, dimension, value, cohort
            order by period_start
            rows between current row and unbounded following
        ) as bigint) as retained_or_later,
        cast(purchasers as bigint) as purchasers,
        cast(first_purchasers as bigint) as first_purchasers,
        cast(sum(first_purchasers) over (
            partition by cohort_kind, period_kind, dimension, value, cohort
            order by period_start
            rows between unbounded preceding and current row
        ) as bigint) as cumulative_purchasers,
        cast(orders as bigint) as orders,
        revenue,
        sum(revenue) over (
            partition by cohort_kind, period_kind, dimension, value, cohort
            order by period_start
            rows between unbounded preceding and current row
        ) as cumulative_revenue
    from cells
    window places as (order by cohort_kind, period_kind, dimension, value, cohort, period_start)

)

select
    numbered.*,
    -- Regular customers pass for new ones until they have had time to show up. Four weeks are enough for those who come once a month,
    -- and a whole month is no shorter.
    numbered.cohort - bounds.first_date < 28 as may_have_come_before,
    -- that of all users, whose dimension is the first by the alphabet
    min(cell) over (partition by cohort_kind, period_kind, cohort, period) as total_cell
from numbered
cross join core.bounds as bounds
