-- one row per dimension of published sessions, value and stage (and one for all of the value's): how many of the sessions reached the stage
-- a table that is read column by column, as often as there are columns, is not worth a copy
with sessions as not materialized (

    select * from marts.sessions

),

buckets as (

    select 'none' as value, 1 as value_position
    union all
    select '0', 2
    union all
    select '10', 3
    union all
    select '25', 4
    union all
    select '50', 5
    union all
    select '100', 6
    union all
    select '250', 7
    union all
    select '500', 8
    union all
    select '1000', 9

),

stages as (

    select 'all' as stage, 0 as position, cast(null as bigint) as reach_flag, cast(null as bigint) as next_flag

    union all

    select stage, position, reach_flag, lead(reach_flag) over (order by position) from core.stages

),

alike as (

    select 'device' as dimension, device as value, reached_stages, count(*) as sessions from sessions where device is not null group by device, reached_stages
    union all
    select 'browser', browser, reached_stages, count(*) from sessions where browser is not null group by browser, reached_stages
    union all
    select 'source', source, reached_stages, count(*) from sessions where source is not null group by source, reached_stages
    union all
    select 'campaign', campaign, reached_stages, count(*) from sessions where campaign is not null group by campaign, reached_stages
    union all
    select 'country', country, reached_stages, count(*) from sessions where country is not null group by country, reached_stages
    union all
    select 'category', category, reached_stages, count(*) from sessions where category is not null group by category, reached_stages
    union all
    select 'visitor', visitor, reached_stages, count(*) from sessions where visitor is not null group by visitor, reached_stages
    union all
    select 'segment', segment, reached_stages, count(*) from sessions where segment is not null group by segment, reached_stages
    union all
    select 'last_stage', last_stage, reached_stages, count(*) from sessions where last_stage is not null group by last_stage, reached_stages
    union all
    select 'cart_bucket', cart_bucket, reached_stages, count(*) from sessions where cart_bucket is not null group by cart_bucket, reached_stages
    union all
    select 'started_on', cast(started_on as varchar), reached_stages, count(*) from sessions group by started_on, reached_stages

),

reached as (

    select
        alike.dimension,
        alike.value,
        stages.position,
        sum(alike.sessions) as sessions,
        sum(alike.sessions) filter (where (alike.reached_stages & stages.next_flag) = 0) as lost_sessions
    from alike
    inner join stages on stages.position = 0 or (alike.reached_stages & stages.reach_flag) > 0
    group by alike.dimension, alike.value, stages.position

),

days as (

    select cast(totals.period_start as varchar) as value
    from core.calendar_totals as totals
    where
        totals.period_kind = 'day'
        and totals.period_start >= (select min(started_on) from sessions)
        and totals.period_start <= (select max(started_on) from sessions)

),

-- with those that no session has
listed as (

    select
        dimension,
        value,
        row_number() over (
            partition by dimension order by case when value = 'Other' then 1 else 0 end, sessions desc, value
        ) as value_position
    from marts.session_dimensions
    where dimension <> 'cart_bucket'

    union all

    select 'cart_bucket', value, value_position
    from buckets
    where exists (select * from sessions where cart_value is not null)

    union all

    select 'started_on', value, row_number() over (order by value) from days

)

select
    listed.dimension,
    listed.value,
    cast(listed.value_position as integer) as value_position,
    stages.stage,
    cast(stages.position as integer) as position,
    cast(coalesce(reached.sessions, 0) as bigint) as sessions,
    -- there is nothing to be lost from after the last stage
    cast(case when stages.next_flag is not null then coalesce(reached.lost_sessions, 0) end as bigint) as lost_sessions
from listed
cross join stages
left join reached
    on reached.dimension = listed.dimension
    and reached.value = listed.value
    and reached.position = stages.position
order by listed.dimension, listed.value_position, stages.position
