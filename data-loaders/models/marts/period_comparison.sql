-- one row per report: the last 28 complete days beside the 28 days before, missing where the data does not reach that far
with activity as (

    select * from core.activity

),

windows as (

    select current_from, current_to, previous_from from analysis.comparison_periods

),

periods as (

    select
        activity.*,
        case when activity.event_date >= windows.current_from then 'current' else 'previous' end as period
    from activity
    cross join windows
    where activity.event_date >= windows.previous_from and activity.event_date <= windows.current_to

),

totals as (

    select
        period,
        count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number) as users,
        count(*) filter (where has_session and repeat_session_number is null)
            + count(distinct repeat_session_number) as sessions,
        count(*) filter (where repeat_user_number is null and purchases > 0)
            + count(distinct case when purchases > 0 then repeat_user_number end) as purchasing_users,
        count(*) filter (where has_session and repeat_session_number is null and purchases > 0)
            + count(distinct case when purchases > 0 then repeat_session_number end) as purchasing_sessions,
        cast(sum(orders) as bigint) as orders,
        coalesce(cast(sum(revenue) as double), 0) as revenue
    from periods
    group by period

),

measures as (

    select
        totals.period,
        totals.users,
        totals.sessions,
        totals.orders,
        totals.revenue,
        cast(totals.purchasing_users as double) / nullif(totals.users, 0) as user_conversion_rate,
        cast(totals.purchasing_sessions as double) / nullif(totals.sessions, 0) as session_conversion_rate
    from totals

)

select
    windows.current_from as started_on,
    windows.current_to as ended_on,
    current.users,
    previous.users as previous_users,
    current.sessions,
    previous.sessions as previous_sessions,
    current.orders,
    previous.orders as previous_orders,
    current.revenue,
    previous.revenue as previous_revenue,
    current.user_conversion_rate,
    previous.user_conversion_rate as previous_user_conversion_rate,
    current.session_conversion_rate,
    previous.session_conversion_rate as previous_session_conversion_rate
from windows
left join measures as current on current.period = 'current'
left join measures as previous on previous.period = 'previous'
order by started_on
