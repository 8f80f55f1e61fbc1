-- one row per check of the data: how much does not look as it should
with columns as (

    select
        bool_or(is_present) filter (where column_name = 'user_session') as has_sessions,
        bool_or(is_present) filter (where column_name = 'order_id') as has_orders,
        bool_or(is_present) filter (where column_name = 'product_id') as has_products
    from core.columns

),

kpis as (

    select * from marts.kpis

),

shared_sessions as (

    select count(*) as sessions from core.session_totals where users > 1

),

-- a session of one activity ends within the hour
long_sessions as (

    select
        count(*) filter (where ended_at - started_at > interval '1' day) as longer_than_a_day,
        count(*) filter (where ended_at - started_at > interval '30' day) as longer_than_30_days
    from core.session_totals

),

activity as (

    select
        cast(coalesce(sum(events) filter (where not has_session), 0) as bigint) as events_without_session,
        count(*) filter (where repeat_user_number is null and events = 1) as users_with_one_event
    from core.activity

),

orders as (

    select cast(coalesce(sum(purchases), 0) as bigint) as purchases_without_order_id
    from staging.purchases
    where order_id is null

),

items as (

    select cast(coalesce(sum(events), 0) as bigint) as purchases_without_product
    from core.item_activity
    where event_type = 'purchase' and product_id is null

),

days as (

    select
        count(*) as days,
        count(*) filter (where events = 0) as days_without_events
    from marts.daily

),

strays as (

    select cast(coalesce(sum(rows), 0) as bigint) as stray_event_times from core.rejects where reason = 'stray_event_time'

),

checks as (

    select
        'sessions_shared_by_users' as check_name,
        1 as position,
        shared_sessions.sessions as affected,
        kpis.sessions as total,
        'sessions whose id several users have; each counts once, for one of them' as description
    from shared_sessions
    cross join kpis
    cross join columns
    where has_sessions

    union all

    select
        'sessions_longer_than_a_day',
        2,
        longer_than_a_day,
        kpis.sessions,
        'sessions with more than a day between the first event and the last'
    from long_sessions
    cross join kpis

    union all

    select
        'sessions_longer_than_30_days',
        3,
        longer_than_30_days,
        kpis.sessions,
        'sessions with more than 30 days between the first event and the last: an id that was used again'
    from long_sessions
    cross join kpis

    union all

    select
        'events_without_session',
        4,
        events_without_session,
        kpis.events,
        'events without a session id, which count for their user and for no session'
    from activity
    cross join kpis
    cross join columns
    where has_sessions

    union all

    select
        'users_with_one_event',
        5,
        users_with_one_event,
        kpis.users,
        'users with a single event: many of them can mean that ids do not last'
    from activity
    cross join kpis

    union all

    select
        'purchases_without_order_id',
        6,
        purchases_without_order_id,
        kpis.purchases,
        'purchases without an order id, each of which counts as an order of its own'
    from orders
    cross join kpis
    cross join columns
    where has_orders

    union all

    select
        'purchases_without_product',
        7,
        purchases_without_product,
        kpis.purchases,
        'purchases that name no product'
    from items
    cross join kpis
    cross join columns
    where has_products

    union all

    select
        'days_without_events',
        8,
        days_without_events,
        days,
        'days between the first event and the last without any event'
    from days

    union all

    select
        'stray_event_times',
        9,
        stray_event_times,
        row_counts.good_rows + stray_event_times,
        'events whose time is far from that of all others, which are rejected'
    from strays
    cross join core.row_counts as row_counts

)

select
    check_name,
    position,
    affected,
    total,
    coalesce(cast(affected as double) / nullif(total, 0), 0) as share,
    description
from checks
order by position
