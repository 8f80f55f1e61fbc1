-- one row per behaviour that users have in common: how many of them there are
with profiles as (

    select
        views,
        carts,
        sessions,
        active_days,
        orders,
        coalesce(revenue, 0) as revenue,
        rule_segment,
        count(*) as users,
        cast(sum(events) as bigint) as events
    from core.users
    group by views, carts, sessions, active_days, orders, coalesce(revenue, 0), rule_segment

)

select
    row_number() over (order by views, carts, sessions, active_days, orders, revenue) as profile,
    profiles.*
from profiles
