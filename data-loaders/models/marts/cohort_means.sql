-- one row per kind of cohort (first_visit, first_purchase), kind of period (month, week), dimension, value and period since a cohort began: the mean over the cohorts for which it is over, weighted by their users, without those whose users may have come before where there are others
with complete_cells as (

    select
        cells.*,
        thresholds.minimum_group_size,
        min(case when cells.may_have_come_before then 1 else 0 end)
            over (partition by cells.cohort_kind, cells.period_kind) = 1 as is_all_that_is_known
    from analysis.published_cohort_cells as cells
    cross join settings.thresholds as thresholds
    where cells.is_complete

),

cells as (

    select * from complete_cells
    where is_all_that_is_known or not may_have_come_before

),

sums as (

    select
        cohort_kind,
        period_kind,
        dimension,
        value,
        period,
        minimum_group_size,
        has_price,
        may_have_come_before,
        count(*) as cohorts,
        cast(sum(users) as bigint) as users,
        sum(users * periods_after) as user_periods_after,
        cast(sum(retained) as double) as retained,
        cast(sum(retained_or_later) as double) as retained_or_later,
        cast(sum(purchasers) as double) as purchasers,
        cast(sum(cumulative_purchasers) as double) as cumulative_purchasers,
        cast(sum(revenue) as double) as revenue,
        cast(sum(cumulative_revenue) as double) as cumulative_revenue,
        count(*) filter (where is_retained_hidden) as hidden_retained_cells,
        count(*) filter (where is_later_hidden) as hidden_later_cells,
        count(*) filter (where is_purchasers_hidden) as hidden_purchasers_cells,
        count(*) filter (where is_cumulative_hidden) as hidden_cumulative_cells,
        coalesce(sum(retained) filter (where is_retained_hidden), 0) as hidden_retained,
        coalesce(sum(retained_or_later) filter (where is_later_hidden), 0) as hidden_later,
        coalesce(sum(purchasers) filter (where is_purchasers_hidden), 0) as hidden_purchasers,
        coalesce(sum(cumulative_purchasers) filter (where is_cumulative_hidden), 0) as hidden_cumulative
    from cells
    -- the same in all cells of a kind of cohort and period
    group by
        cohort_kind, period_kind, dimension, value, period, minimum_group_size, has_price, may_have_come_before

),

-- what one cohort hides is what the mean has beyond the others
means as (

    select
        sums.*,
        hidden_retained_cells = 0
            or (hidden_retained_cells > 1 and hidden_retained >= minimum_group_size) as shows_retained,
        hidden_later_cells = 0
            or (hidden_later_cells > 1 and hidden_later >= minimum_group_size) as shows_later,
        hidden_purchasers_cells = 0
            or (hidden_purchasers_cells > 1 and hidden_purchasers >= minimum_group_size) as shows_purchasers,
        hidden_cumulative_cells = 0
            or (hidden_cumulative_cells > 1 and hidden_cumulative >= minimum_group_size) as shows_cumulative
    from sums

)

select
    cohort_kind,
    period_kind,
    dimension,
    value,
    may_have_come_before,
    period,
    cohorts,
    users,
    cast(user_periods_after as double) / users as periods_after,
    case when shows_retained then retained / users end as retention_rate,
    case when shows_later then retained_or_later / users end as retention_or_later_rate,
    case when shows_purchasers then purchasers / users end as conversion_rate,
    case when shows_cumulative then cumulative_purchasers / users end as cumulative_conversion_rate,
    case when has_price and shows_purchasers then revenue / users end as revenue_per_user,
    case when has_price and shows_cumulative then cumulative_revenue / users end as cumulative_revenue_per_user
from means
order by cohort_kind, period_kind, dimension, value, period
