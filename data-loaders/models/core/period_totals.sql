-- one row per day, week, month, and weekday and hour that has events (period_kind says which): what happened in it
with hours as (

    -- what adds up, and those who need not be told apart
    select
        event_date,
        event_day,
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
    group by event_date, event_day, event_hour

),

repeats as (

    select
        event_date,
        cast(date_trunc('week', event_date) as date) as event_week,
        cast(date_trunc('month', event_date) as date) as event_month,
        event_day,
        event_hour,
        repeat_user_number,
        case when purchases > 0 then repeat_user_number end as repeat_purchasing_user_number,
        repeat_session_number,
        case when purchases > 0 then repeat_session_number end as repeat_purchasing_session_number
    from core.activity
    where repeat_user_number is not null or repeat_session_number is not null

),

sums as (

    select
        event_date,
        event_week,
        event_month,
        event_day,
        event_hour,
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
    from (
        select
            hours.*,
            cast(date_trunc('week', event_date) as date) as event_week,
            cast(date_trunc('month', event_date) as date) as event_month
        from hours
    )
    group by grouping sets ((event_date), (event_week), (event_month), (event_day, event_hour))

),

distinct_counts as (

    select
        event_date,
        event_week,
        event_month,
        event_day,
        event_hour,
        count(distinct repeat_user_number) as users,
        count(distinct repeat_purchasing_user_number) as purchasing_users,
        count(distinct repeat_session_number) as sessions,
        count(distinct repeat_purchasing_session_number) as purchasing_sessions
    from repeats
    group by grouping sets ((event_date), (event_week), (event_month), (event_day, event_hour))

)

select
    case
        when sums.event_date is not null then 'day'
        when sums.event_week is not null then 'week'
        when sums.event_month is not null then 'month'
        else 'weekday and hour'
    end as period_kind,
    sums.event_date,
    sums.event_week,
    sums.event_month,
    sums.event_day,
    sums.event_hour,
    cast(sums.events as bigint) as events,
    cast(sums.homes as bigint) as homes,
    cast(sums.views as bigint) as views,
    cast(sums.carts as bigint) as carts,
    cast(sums.checkouts as bigint) as checkouts,
    cast(sums.purchases as bigint) as purchases,
    cast(sums.users as bigint) + coalesce(distinct_counts.users, 0) as users,
    cast(sums.purchasing_users as bigint) + coalesce(distinct_counts.purchasing_users, 0) as purchasing_users,
    cast(sums.sessions as bigint) + coalesce(distinct_counts.sessions, 0) as sessions,
    cast(sums.purchasing_sessions as bigint) + coalesce(distinct_counts.purchasing_sessions, 0) as purchasing_sessions,
    cast(sums.orders as bigint) as orders,
    coalesce(cast(sums.revenue as double), 0) as revenue,
    sums.last_event_at
from sums
left join distinct_counts
    on distinct_counts.event_date is not distinct from sums.event_date
    and distinct_counts.event_week is not distinct from sums.event_week
    and distinct_counts.event_month is not distinct from sums.event_month
    and distinct_counts.event_day is not distinct from sums.event_day
    and distinct_counts.event_hour is not distinct from sums.event_hour
