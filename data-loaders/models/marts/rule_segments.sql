-- one row per rule segment; high_value overlaps the others
with profiles as (

    select * from core.user_profiles

),

segments as (

    select 'view_only' as segment, 1 as position
    union all
    select 'cart_abandoner', 2
    union all
    select 'single_purchase_buyer', 3
    union all
    select 'loyal_multi_buyer', 4
    union all
    select 'high_value', 5

),

threshold as (

    select * from core.high_value

),

members as (

    select rule_segment as segment, users, revenue from profiles

    union all

    select 'high_value', users, revenue
    from profiles
    cross join threshold
    where cast(revenue as double) >= high_value_revenue

),

totals as (

    select segment, cast(sum(users) as bigint) as users, sum(revenue * users) as revenue from members group by segment

),

everybody as (

    select cast(sum(users) as bigint) as users from profiles

)

select
    segments.segment,
    segments.position,
    coalesce(totals.users, 0) as users,
    cast(coalesce(totals.users, 0) as double) / nullif(everybody.users, 0) as share,
    coalesce(cast(totals.revenue as double), 0) as revenue
from segments
cross join everybody
left join totals on totals.segment = segments.segment
order by segments.position
