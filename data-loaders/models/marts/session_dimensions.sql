-- one row per dimension of sessions and value, the 200 most frequent of a dimension at most: what readers can filter by
-- tables that are read column by column, as often as there are columns, are not worth a copy
with sessions as not materialized (

    select * from marts.sessions

),

-- only who has several sessions, the first of which their number is the place of, has to be counted distinct
repeat_users as (

    select distinct user_number from sessions where user_number <> session_number

),

visits as not materialized (

    select
        sessions.device,
        sessions.browser,
        sessions.source,
        sessions.campaign,
        sessions.country,
        sessions.category,
        sessions.visitor,
        sessions.segment,
        sessions.last_stage,
        sessions.cart_bucket,
        repeat_users.user_number as repeat_user_number
    from sessions
    left join repeat_users on repeat_users.user_number = sessions.user_number

),

dimensions as (

    select 'visitor' as dimension, visitor as value, repeat_user_number from visits
    union all
    select 'segment', segment, repeat_user_number from visits
    union all
    select 'category', category, repeat_user_number from visits
    union all
    select 'device', device, repeat_user_number from visits
    union all
    select 'browser', browser, repeat_user_number from visits
    union all
    select 'source', source, repeat_user_number from visits
    union all
    select 'campaign', campaign, repeat_user_number from visits
    union all
    select 'country', country, repeat_user_number from visits
    union all
    select 'last_stage', last_stage, repeat_user_number from visits
    union all
    select 'cart_bucket', cart_bucket, repeat_user_number from visits

),

counted as (

    select
        dimension,
        value,
        count(*) as sessions,
        count(*) filter (where repeat_user_number is null) + count(distinct repeat_user_number) as users
    from dimensions
    where value is not null
    group by dimension, value

),

ranked as (

    select
        counted.*,
        row_number() over (partition by dimension order by sessions desc, value) as place
    from counted
    where users >= (select minimum_group_size from settings.thresholds)

)

-- a longer list is of no use to who has to choose from it
select
    dimension,
    value,
    sessions,
    users
from ranked
where place <= 200
order by dimension, sessions desc, value
