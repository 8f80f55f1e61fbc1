-- one row per stage, day and circumstances of people who entered the funnel at the stage and did nothing else: how many they are
with segments as (

    select
        labels.user_key,
        segments.segment
    from segmentation.labels as labels
    inner join segmentation.segments as segments on segments.cluster = labels.cluster

)

select
    events.position,
    coalesce(
        sessions.event_date,
        cast(timestamp '1970-01-01 00:00:00' + interval '1' second * events.event_second as date)
    ) as entry_date,
    coalesce(sessions.device, 'Unknown') as device,
    coalesce(sessions.browser, 'Unknown') as browser,
    coalesce(sessions.source, 'Unknown') as source,
    coalesce(sessions.campaign, 'Unknown') as campaign,
    coalesce(sessions.country, 'Unknown') as country,
    coalesce(sessions.visitor, 'Unknown') as visitor,
    segments.segment,
    count(*) as weight
from analysis.stage_events as events
left join analysis.placed_sessions as sessions on sessions.session_key = events.session_key
left join segments on segments.user_key = events.user_key
where events.is_lone
group by
    events.position,
    coalesce(
        sessions.event_date,
        cast(timestamp '1970-01-01 00:00:00' + interval '1' second * events.event_second as date)
    ),
    sessions.device, sessions.browser, sessions.source, sessions.campaign, sessions.country, sessions.visitor,
    segments.segment
