-- one row per session of people with several activities, where it is known what brought them: its place among the person's sessions
with columns as (

    select
        bool_or(is_present) filter (where column_name = 'source') as has_source,
        bool_or(is_present) filter (where column_name = 'campaign') as has_campaign
    from core.columns

)

select
    sessions.session_key,
    sessions.user_key,
    sessions.started_at,
    coalesce(sessions.source, 'Unknown') as channel,
    sessions.campaign,
    sessions.purchases,
    sessions.orders,
    sessions.revenue,
    -- sessions that are the same in all of this are interchangeable
    row_number() over (
        partition by sessions.user_key
        order by
            sessions.started_at,
            sessions.ended_at,
            coalesce(sessions.source, 'Unknown'),
            coalesce(sessions.campaign, ''),
            sessions.purchases,
            sessions.orders,
            coalesce(sessions.revenue, 0)
    ) as place
from core.sessions as sessions
cross join columns
where sessions.repeat_user_number is not null
    and (columns.has_source or columns.has_campaign)
