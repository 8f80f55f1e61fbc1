-- one row per rule segment; high_value overlaps the others
with users as (

    select * from core.user_features

),

segments as (

    select * from core.rule_names

),

totals as (

    select rule_segment as segment, count(*) as users, sum(revenue) as revenue
    from users
    group by rule_segment

    union all

    select 'high_value', count(*), sum(revenue)
    from users
    where is_high_value

),

everybody as (

    select count(*) as users from users

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
