-- one row per report: people who left a cart behind a week or more before the end of the data, and how many of them bought within a week
with bounds as (

    select last_event_at from core.bounds

),

thresholds as (

    select minimum_group_size from settings.thresholds

),

-- each person's first visit with something put into the cart and nothing bought
left_carts as (

    select
        user_key,
        min(ended_at) as left_at
    from core.sessions
    where carts > 0 and purchases = 0
    group by user_key

),

-- whoever left later had no week to come back in
followed as (

    select left_carts.*
    from left_carts
    cross join bounds
    where left_carts.left_at <= bounds.last_event_at - interval '7' day

),

returned as (

    select distinct followed.user_key
    from followed
    inner join core.sessions as sessions
        on sessions.user_key = followed.user_key
        and sessions.purchases > 0
        and sessions.started_at >= followed.left_at
        and sessions.started_at <= followed.left_at + interval '7' day

),

counts as (

    select
        (select count(*) from followed) as left_users,
        (select count(*) from returned) as returned_users

),

hidden as (

    select
        left_users,
        case when returned_users = 0 or returned_users >= minimum_group_size then returned_users end as returned_users
    from counts
    cross join thresholds

),

rates as (

    select
        left_users,
        returned_users,
        cast(returned_users as double) / nullif(left_users, 0) as return_rate,
        1.959963984540054 as z,
        cast(nullif(left_users, 0) as double) as n
    from hidden

)

-- Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference. JASA 22: 209-212.
select
    left_users,
    returned_users,
    return_rate,
    case when return_rate is not null then greatest(0,
        (return_rate + z * z / (2 * n) - z * sqrt((return_rate * (1 - return_rate) + z * z / (4 * n)) / n)) / (1 + z * z / n)
    ) end as return_low,
    case when return_rate is not null then least(1,
        (return_rate + z * z / (2 * n) + z * sqrt((return_rate * (1 - return_rate) + z * z / (4 * n)) / n)) / (1 + z * z / n)
    ) end as return_high
from rates
order by left_users
