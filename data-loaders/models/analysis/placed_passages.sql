-- one row per passage of a person through the funnel, with the day and the circumstances in which it began (Unknown where it belongs to no session)
with passages as (

    select * from analysis.passages

),

-- began in several sessions in the same second: in the one that comes first, or whose circumstances do by the alphabet
contested as (

    select
        passages.funnel_order,
        passages.user_key,
        sessions.session_key,
        row_number() over (
            partition by passages.funnel_order, passages.user_key
            order by
                sessions.started_at, sessions.device, sessions.browser, sessions.source, sessions.campaign,
                sessions.country, sessions.visitor
        ) as place
    from passages
    inner join analysis.stage_events as events
        on events.user_key = passages.user_key
        and events.event_second * 64 + events.position = passages.entry_moment
    inner join analysis.placed_sessions as sessions on sessions.session_key = events.session_key
    where passages.first_session_key < passages.last_session_key

),

begun as (

    select
        passages.*,
        coalesce(contested.session_key, passages.first_session_key) as session_key
    from passages
    left join contested
        on contested.funnel_order = passages.funnel_order
        and contested.user_key = passages.user_key
        and contested.place = 1

)

select
    begun.*,
    coalesce(
        sessions.event_date,
        cast(timestamp '1970-01-01 00:00:00' + interval '1' second * ((begun.entry_moment - begun.entry_moment % 64) / 64) as date)
    ) as entry_date,
    coalesce(sessions.device, 'Unknown') as device,
    coalesce(sessions.browser, 'Unknown') as browser,
    coalesce(sessions.source, 'Unknown') as source,
    coalesce(sessions.campaign, 'Unknown') as campaign,
    coalesce(sessions.country, 'Unknown') as country,
    coalesce(sessions.visitor, 'Unknown') as visitor,
    segments.segment
from begun
left join analysis.placed_sessions as sessions on sessions.session_key = begun.session_key
left join segmentation.labels as labels on labels.user_key = begun.user_key
left join segmentation.segments as segments on segments.cluster = labels.cluster
