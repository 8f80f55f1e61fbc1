-- one row per dimension (source, device, browser, or all for all sessions), value (missing for all), day and set of stages reached: the sessions that began on the day
with cells as (

    select * from analysis.session_cells

),

columns as (

    select column_name from core.columns where is_present

),

placed as (

    select
        'all' as dimension,
        cast(null as varchar) as value,
        event_date,
        reached_stages,
        lone_users,
        sessions,
        purchasing_sessions,
        events,
        views,
        orders,
        revenue
    from cells

    union all

    select
        'source', source, event_date, reached_stages, lone_users, sessions, purchasing_sessions, events, views, orders,
        revenue
    from cells
    where 'source' in (select column_name from columns)

    union all

    select
        'device', device, event_date, reached_stages, lone_users, sessions, purchasing_sessions, events, views, orders,
        revenue
    from cells
    where 'device' in (select column_name from columns)

    union all

    select
        'browser', browser, event_date, reached_stages, lone_users, sessions, purchasing_sessions, events, views, orders,
        revenue
    from cells
    where 'browser' in (select column_name from columns)

)

select
    dimension,
    value,
    event_date,
    reached_stages,
    cast(sum(lone_users) as bigint) as lone_users,
    cast(sum(sessions) as bigint) as sessions,
    cast(sum(purchasing_sessions) as bigint) as purchasing_sessions,
    cast(sum(events) as bigint) as events,
    cast(sum(views) as bigint) as views,
    cast(sum(orders) as bigint) as orders,
    sum(revenue) as revenue
from placed
group by dimension, value, event_date, reached_stages
