-- one row per dimension of sessions and value: what readers can filter by
with sessions as (

    select * from marts.sessions

),

dimensions as (

    select 'visitor' as dimension, visitor as value, user_number from sessions
    union all
    select 'segment', segment, user_number from sessions
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

)

select
    dimension,
    value,
    count(*) as sessions,
    count(distinct user_number) as users
from dimensions
where value is not null
group by dimension, value
having count(distinct user_number) >= (select minimum_group_size from settings.thresholds)
order by dimension, sessions desc, value
