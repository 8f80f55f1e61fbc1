-- one row per dimension of sessions and value: what readers can filter by
with sessions as (

    select * from marts.sessions

),

dimensions as (

    select 'visitor' as dimension, visitor as value, user_number from sessions
    union all
    select 'category', category, user_number from sessions
    union all
    select 'device', device, user_number from sessions
    union all
    select 'browser', browser, user_number from sessions
    union all
    select 'source', source, user_number from sessions
    union all
    select 'campaign', campaign, user_number from sessions
    union all
    select 'country', country, user_number from sessions

),

counted as (

    select
        dimension,
        value,
        count(*) as sessions,
        count(distinct user_number) as users
    from dimensions
    where value is not null
    group by dimension, value

    union all

    -- all sessions of a user have the same, so that their first ones can be counted: user_number is the place of that
    select
        'segment',
        segment,
        count(*),
        count(*) filter (where rowid + 1 = user_number)
    from marts.sessions
    where segment is not null
    group by segment

)

select
    dimension,
    value,
    sessions,
    users
from counted
where users >= (select minimum_group_size from settings.thresholds)
order by dimension, sessions desc, value
