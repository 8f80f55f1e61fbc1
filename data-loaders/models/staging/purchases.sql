-- one row per order id (null for purchases without one, each an order of its own), user, session (null where an event has none) and hour of a purchase in a file
select
    events.order_id,
    events.user_id,
    events.user_session,
    session_starts.session_number,
    date_trunc('hour', events.event_at) as hour_at,
    min(events.event_at) as first_event_at,
    cast(count(*) as integer) as purchases,
    sum(events.revenue) as revenue
from staging.clean_events as events
left join staging.session_starts as session_starts
    on session_starts.user_id = events.user_id
    and session_starts.event_at = events.event_at
where events.event_type = 'purchase'
group by
    events.order_id, events.user_id, events.user_session, session_starts.session_number,
    date_trunc('hour', events.event_at)
