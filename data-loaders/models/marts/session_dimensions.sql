-- one row per dimension of sessions and value, the 200 most frequent of a dimension at most: what readers can filter by
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
    union all
    select 'last_stage', last_stage, user_number from sessions
    union all
    select 'cart_bucket', cart_bucket, user_number from sessions

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

),

ranked as (

    select
        counted.*,
        row_number() over (partition by dimension order by sessions desc, value) as place
    from counted
    where users >= (select minimum_group_size from settings.thresholds)

)

-- a list that is longer is of no use to who has to choose from it
select
    dimension,
    value,
    sessions,
    users
from ranked
where place <= 200
order by dimension, sessions desc, value
