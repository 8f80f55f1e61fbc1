-- one row per day, week, month, and weekday and hour that has events (period_kind says which): what happened in it
with hours as (

    -- what adds up, and those who need not be told apart
    select
        event_date,
        event_hour,
        sum(events) as events,
        sum(homes) as homes,
        sum(views) as views,
        sum(carts) as carts,
        sum(checkouts) as checkouts,
        sum(purchases) as purchases,
        sum(orders) as orders,
        count(*) filter (where repeat_user_number is null) as single_users,
        count(*) filter (where repeat_user_number is null and purchases > 0) as single_purchasing_users,
        count(*) filter (where has_session and repeat_session_number is null) as single_sessions,
        count(*) filter (where has_session and repeat_session_number is null and purchases > 0) as single_purchasing_sessions,
        sum(revenue) as revenue,
        max(last_event_at) as last_event_at
    from core.activity
    group by event_date, event_hour

),

hours_of_periods as (

    select 'day' as period_kind, event_date as period_start, null as period_day, null as period_hour, hours.* from hours
    union all
    select 'week', cast(date_trunc('week', event_date) as date), null, null, hours.* from hours
    union all
    select 'month', cast(date_trunc('month', event_date) as date), null, null, hours.* from hours
    union all
    -- ISO: 1 is Monday
    select 'weekday and hour', null, extract(isodow from event_date), event_hour, hours.* from hours

),

sums as (

    select
        period_kind,
        period_start,
        period_day,
        period_hour,
        sum(events) as events,
        sum(homes) as homes,
        sum(views) as views,
        sum(carts) as carts,
        sum(checkouts) as checkouts,
        sum(purchases) as purchases,
        sum(orders) as orders,
        sum(single_users) as users,
        sum(single_purchasing_users) as purchasing_users,
        sum(single_sessions) as sessions,
        sum(single_purchasing_sessions) as purchasing_sessions,
        sum(revenue) as revenue,
        max(last_event_at) as last_event_at
    from hours_of_periods
    group by period_kind, period_start, period_day, period_hour

),

repeat_sessions as (

    select * from core.activity where repeat_session_number is not null

),

-- who came, and whether they bought: once per period
repeats as (

    select
        'users' as unit,
        'day' as period_kind,
        event_date as period_start,
        null as period_day,
        null as period_hour,
        repeat_user_number as number,
        purchases
    from core.user_days

    union all

    select
        'users', 'week', cast(date_trunc('week', event_date) as date), null, null, repeat_user_number, sum(purchases)
    from core.user_days
    group by date_trunc('week', event_date), repeat_user_number

    union all

    select
        'users', 'month', cast(date_trunc('month', event_date) as date), null, null, repeat_user_number, sum(purchases)
    from core.user_days
    group by date_trunc('month', event_date), repeat_user_number

    union all

    select
        'users', 'weekday and hour', null, extract(isodow from event_date), event_hour, repeat_user_number,
        sum(purchases)
    from core.activity
    where repeat_user_number is not null
    group by extract(isodow from event_date), event_hour, repeat_user_number

    union all

    select 'sessions', 'day', event_date, null, null, repeat_session_number, sum(purchases)
    from repeat_sessions
    group by event_date, repeat_session_number

    union all

    select
        'sessions', 'week', cast(date_trunc('week', event_date) as date), null, null, repeat_session_number, sum(purchases)
    from repeat_sessions
    group by date_trunc('week', event_date), repeat_session_number

    union all

    select
        'sessions', 'month', cast(date_trunc('month', event_date) as date), null, null, repeat_session_number,
        sum(purchases)
    from repeat_sessions
    group by date_trunc('month', event_date), repeat_session_number

    union all

    select
        'sessions', 'weekday and hour', null, extract(isodow from event_date), event_hour, repeat_session_number,
        sum(purchases)
    from repeat_sessions
    group by extract(isodow from event_date), event_hour, repeat_session_number

),

repeat_counts as (

    select
        period_kind,
        period_start,
        period_day,
        period_hour,
        count(*) filter (where unit = 'users') as users,
        count(*) filter (where unit = 'users' and purchases > 0) as purchasing_users,
        count(*) filter (where unit = 'sessions') as sessions,
        count(*) filter (where unit = 'sessions' and purchases > 0) as purchasing_sessions
    from repeats
    group by period_kind, period_start, period_day, period_hour

)

select
    sums.period_kind,
    -- null for a weekday and hour
    sums.period_start,
    sums.period_day as event_day,
    sums.period_hour as event_hour,
    cast(sums.events as bigint) as events,
    cast(sums.homes as bigint) as homes,
    cast(sums.views as bigint) as views,
    cast(sums.carts as bigint) as carts,
    cast(sums.checkouts as bigint) as checkouts,
    cast(sums.purchases as bigint) as purchases,
    cast(sums.users as bigint) + coalesce(repeat_counts.users, 0) as users,
    cast(sums.purchasing_users as bigint) + coalesce(repeat_counts.purchasing_users, 0) as purchasing_users,
    cast(sums.sessions as bigint) + coalesce(repeat_counts.sessions, 0) as sessions,
    cast(sums.purchasing_sessions as bigint) + coalesce(repeat_counts.purchasing_sessions, 0) as purchasing_sessions,
    cast(sums.orders as bigint) as orders,
    coalesce(cast(sums.revenue as double), 0) as revenue,
    sums.last_event_at
from sums
left join repeat_counts
    on repeat_counts.period_kind = sums.period_kind
    and repeat_counts.period_start is not distinct from sums.period_start
    and repeat_counts.period_day is not distinct from sums.period_day
    and repeat_counts.period_hour is not distinct from sums.period_hour
