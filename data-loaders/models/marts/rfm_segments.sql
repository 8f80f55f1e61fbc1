-- one row per RFM segment: buyers by how recently, how often and for how much they bought; no money or averages of too few people
with segments as (

    select 'Champions' as segment, 1 as position
    union all
    select 'Loyal customers', 2
    union all
    select 'Potential loyalists', 3
    union all
    select 'Recent customers', 4
    union all
    select 'Need attention', 5
    union all
    select 'At risk', 6
    union all
    select 'Hibernating', 7

),

totals as (

    select
        segment,
        count(*) as users,
        sum(revenue) as revenue,
        sum(recency_days) as recency_days,
        sum(orders) as orders
    from core.rfm_scores
    group by segment

),

buyers as (

    select count(*) as users from core.rfm_scores

),

counted as (

    select
        segments.segment,
        segments.position,
        coalesce(totals.users, 0) as users,
        cast(coalesce(totals.users, 0) as double) / nullif(buyers.users, 0) as share,
        totals.revenue,
        totals.recency_days,
        totals.orders,
        totals.users >= (select minimum_group_size from settings.thresholds) as is_enough
    from segments
    cross join buyers
    left join totals on totals.segment = segments.segment

)

select
    segment,
    position,
    users,
    share,
    case when users = 0 then 0 when is_enough then cast(revenue as double) end as revenue,
    case when is_enough then cast(revenue as double) / users end as average_revenue,
    case when is_enough then cast(orders as double) / users end as average_orders,
    case when is_enough then cast(recency_days as double) / users end as average_recency_days
from counted
order by position
