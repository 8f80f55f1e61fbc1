-- one row per day, week, month, and weekday and hour that has events (period_kind says which): what happened in it
with activity as (

    select
        activity.*,
        cast(date_trunc('week', event_date) as date) as event_week,
        cast(date_trunc('month', event_date) as date) as event_month
    from core.activity as activity

),

totals as (

    select
        event_date,
        event_week,
        event_month,
        event_day,
        event_hour,
        cast(sum(events) as bigint) as events,
        cast(sum(homes) as bigint) as homes,
        cast(sum(views) as bigint) as views,
        cast(sum(carts) as bigint) as carts,
        cast(sum(checkouts) as bigint) as checkouts,
        cast(sum(purchases) as bigint) as purchases,
        cast(sum(orders) as bigint) as orders,
        -- who has one activity is counted as it is; the others are told apart
        count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number) as users,
        count(*) filter (where repeat_user_number is null and purchases > 0)
            + count(distinct case when purchases > 0 then repeat_user_number end) as purchasing_users,
        count(*) filter (where has_session and repeat_session_number is null)
            + count(distinct repeat_session_number) as sessions,
        count(*) filter (where has_session and repeat_session_number is null and purchases > 0)
            + count(distinct case when purchases > 0 then repeat_session_number end) as purchasing_sessions,
        sum(revenue) as revenue,
        max(last_event_at) as last_event_at
    from activity
    group by grouping sets ((event_date), (event_week), (event_month), (event_day, event_hour))

)

select
    case
        when event_date is not null then 'day'
        when event_week is not null then 'week'
        when event_month is not null then 'month'
        else 'weekday and hour'
    end as period_kind,
    event_date,
    event_week,
    event_month,
    event_day,
    event_hour,
    events,
    homes,
    views,
    carts,
    checkouts,
    purchases,
    users,
    purchasing_users,
    sessions,
    purchasing_sessions,
    orders,
    coalesce(cast(revenue as double), 0) as revenue,
    last_event_at
from totals
