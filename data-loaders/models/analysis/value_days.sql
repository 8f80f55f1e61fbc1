-- one row per watched dimension and value, and whole day: what happened in the sessions that began on it
with frame as (

    select watched.dimension, watched.value, days.event_date
    from analysis.watched_values as watched
    cross join analysis.watched_days as days
    where watched.dimension <> 'all'

),

cells as (

    select
        dimension,
        value,
        event_date,
        sum(sessions) as sessions,
        sum(purchasing_sessions) as purchasing_sessions,
        sum(lone_users) as lone_users,
        sum(views) as views,
        sum(orders) as orders,
        sum(revenue) as revenue
    from analysis.value_cells
    where dimension <> 'all'
    group by dimension, value, event_date

),

returning_users as (

    select dimension, value, event_date, count(*) as users
    from analysis.returning_users
    group by dimension, value, event_date

),

of_values as (

    select
        frame.dimension,
        frame.value,
        frame.event_date,
        coalesce(cells.sessions, 0) as sessions,
        coalesce(cells.purchasing_sessions, 0) as purchasing_sessions,
        coalesce(cells.lone_users, 0) + coalesce(returning_users.users, 0) as users,
        coalesce(cells.views, 0) as views,
        coalesce(cells.orders, 0) as orders,
        coalesce(cells.revenue, 0) as revenue
    from frame
    left join cells
        on cells.dimension = frame.dimension and cells.value = frame.value and cells.event_date = frame.event_date
    left join returning_users
        on returning_users.dimension = frame.dimension
        and returning_users.value = frame.value
        and returning_users.event_date = frame.event_date

)

select
    dimension,
    value,
    event_date,
    cast(sessions as bigint) as sessions,
    cast(purchasing_sessions as bigint) as purchasing_sessions,
    cast(users as bigint) as users,
    cast(views as bigint) as views,
    cast(orders as bigint) as orders,
    cast(revenue as double) as revenue
from of_values

union all

-- all sessions that have events on the day, as marts.daily counts them
select 'all', null, event_date, sessions, purchasing_sessions, users, views, orders, revenue
from analysis.watched_days
