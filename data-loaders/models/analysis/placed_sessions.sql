-- one row per session: the day on which it began, its circumstances (Unknown where it does not say), who came, and how far
-- view
select
    sessions.session_key,
    sessions.user_key,
    sessions.repeat_user_number,
    cast(sessions.started_at as date) as event_date,
    coalesce(sessions.device, 'Unknown') as device,
    coalesce(sessions.browser, 'Unknown') as browser,
    coalesce(sessions.source, 'Unknown') as source,
    coalesce(sessions.campaign, 'Unknown') as campaign,
    coalesce(sessions.country, 'Unknown') as country,
    case when sessions.started_at = sessions.user_first_event_at then 'new' else 'returning' end as visitor,
    labels.cluster,
    sessions.started_at,
    sessions.events,
    sessions.views,
    sessions.carts,
    sessions.purchases,
    sessions.orders,
    sessions.revenue,
    sessions.reached_stages
from core.sessions as sessions
left join segmentation.labels as labels on labels.user_key = sessions.user_key
