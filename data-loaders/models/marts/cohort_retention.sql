-- one row per kind of cohort (first_visit, first_purchase), kind of period (month, week), dimension, value, cohort and period since it began, up to the last of the data
with cells as (

    select
        cohort_kind,
        period_kind,
        dimension,
        value,
        cohort,
        may_have_come_before,
        period,
        is_complete,
        periods_after,
        users,
        has_enough_users,
        -- a number for the intervals
        cast(users as double) as n,
        -- z for 95 %
        1.959963984540054 as z,
        case when not is_retained_hidden then retained end as retained,
        case when not is_later_hidden then retained_or_later end as retained_or_later,
        case when not is_purchasers_hidden then purchasers end as purchasers,
        case when not is_cumulative_hidden then cumulative_purchasers end as cumulative_purchasers,
        case when not is_purchasers_hidden then orders end as orders,
        case when has_price and not is_purchasers_hidden then cast(revenue as double) end as revenue,
        case when has_price and not is_cumulative_hidden then cast(cumulative_revenue as double) end as cumulative_revenue
    from analysis.published_cohort_cells

),

rates as (

    select
        cells.*,
        retained / n as retention_rate,
        retained_or_later / n as retention_or_later_rate
    from cells

)

-- Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference. JASA 22: 209-212.
select
    cohort_kind,
    period_kind,
    dimension,
    value,
    cohort,
    may_have_come_before,
    period,
    is_complete,
    periods_after,
    users,
    has_enough_users,
    retained,
    retained_or_later,
    retention_rate,
    case when retained is not null then greatest(0,
        (retention_rate + z * z / (2 * n)
            - z * sqrt((retention_rate * (1 - retention_rate) + z * z / (4 * n)) / n)) / (1 + z * z / n)
    ) end as retention_low,
    case when retained is not null then least(1,
        (retention_rate + z * z / (2 * n)
            + z * sqrt((retention_rate * (1 - retention_rate) + z * z / (4 * n)) / n)) / (1 + z * z / n)
    ) end as retention_high,
    retention_or_later_rate,
    purchasers,
    cumulative_purchasers,
    purchasers / n as conversion_rate,
    cumulative_purchasers / n as cumulative_conversion_rate,
    orders,
    revenue,
    revenue / n as revenue_per_user,
    cumulative_revenue / n as cumulative_revenue_per_user
from rates
order by cohort_kind, period_kind, dimension, value, cohort, period
