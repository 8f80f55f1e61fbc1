-- one row per dimension of sessions that the data has and value: how many people have a session of it
with sessions as (

    select
        placed_sessions.*,
        segments.segment
    from analysis.placed_sessions as placed_sessions
    left join segmentation.segments as segments on segments.cluster = placed_sessions.cluster

),

-- who has one activity is counted as they are; the others are told apart
people as (

    select
        'device' as dimension, device as value,
        count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number) as people
    from sessions
    group by device

    union all

    select 'browser', browser, count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number)
    from sessions
    group by browser

    union all

    select 'source', source, count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number)
    from sessions
    group by source

    union all

    select 'campaign', campaign, count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number)
    from sessions
    group by campaign

    union all

    select 'country', country, count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number)
    from sessions
    group by country

    union all

    select 'visitor', visitor, count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number)
    from sessions
    group by visitor

    union all

    select 'segment', segment, count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number)
    from sessions
    group by segment

)

select
    dimension,
    value,
    people
from people
where
    value is not null
    and dimension not in (select column_name from core.columns where not is_present)
