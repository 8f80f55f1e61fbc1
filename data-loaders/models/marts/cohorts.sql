-- one row per cohort (the month of a user's first event) and month since then, up to the last month of the data
with months as (

    select event_month, is_complete from marts.monthly

),

-- who has one activity is in the cohort of its month, and is counted as they are; the others are told apart
lone_days as (

    select
        event_date,
        count(*) as retained,
        count(*) filter (where purchases > 0) as purchasers,
        sum(revenue) as revenue
    from core.activity
    where repeat_user_number is null
    group by event_date

),

repeat_months as (

    select
        repeat_user_number,
        cast(date_trunc('month', event_date) as date) as event_month,
        min(user_first_event_at) as user_first_event_at,
        sum(purchases) as purchases,
        sum(revenue) as revenue
    from core.activity
    where repeat_user_number is not null
    group by repeat_user_number, cast(date_trunc('month', event_date) as date)

),

parts as (

    select
        cast(date_trunc('month', event_date) as date) as cohort,
        cast(date_trunc('month', event_date) as date) as event_month,
        retained,
        purchasers,
        revenue
    from lone_days

    union all

    select
        cast(date_trunc('month', user_first_event_at) as date),
        event_month,
        count(*),
        count(*) filter (where purchases > 0),
        sum(revenue)
    from repeat_months
    group by cast(date_trunc('month', user_first_event_at) as date), event_month

),

totals as (

    select
        cohort,
        event_month,
        cast(sum(retained) as bigint) as retained,
        cast(sum(purchasers) as bigint) as purchasers,
        sum(revenue) as revenue
    from parts
    group by cohort, event_month

),

-- everybody has an event in the month of their first
sizes as (

    select cohort, retained as users from totals where event_month = cohort

),

cells as (

    select
        sizes.cohort,
        months.event_month,
        months.is_complete,
        sizes.users,
        coalesce(totals.retained, 0) as retained,
        coalesce(totals.purchasers, 0) as purchasers,
        coalesce(cast(totals.revenue as double), 0) as revenue,
        thresholds.minimum_group_size
    from sizes
    inner join months on months.event_month >= sizes.cohort
    left join totals on totals.cohort = sizes.cohort and totals.event_month = months.event_month
    cross join settings.thresholds as thresholds

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
    cast(
        (extract(year from event_month) - extract(year from cohort)) * 12
        + extract(month from event_month) - extract(month from cohort)
        as integer
    ) as period,
    users,
    case when not is_retained_hidden then retained end as retained,
    case when not is_revenue_hidden then purchasers end as purchasers,
    case when not is_revenue_hidden then revenue end as revenue,
    is_complete
from published
order by cohort, period
