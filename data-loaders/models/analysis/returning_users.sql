-- one row per dimension (source, device, browser), value, day and user with several activities whose session began on it
with sessions as (

    select
        repeat_user_number,
        cast(started_at as date) as event_date,
        coalesce(source, 'Unknown') as source,
        coalesce(device, 'Unknown') as device,
        coalesce(browser, 'Unknown') as browser
    from core.sessions
    where repeat_user_number is not null

),

columns as (

    select column_name from core.columns where is_present

)

select distinct 'source' as dimension, source as value, event_date, repeat_user_number
from sessions
where 'source' in (select column_name from columns)

union all

select distinct 'device', device, event_date, repeat_user_number
from sessions
where 'device' in (select column_name from columns)

union all

select distinct 'browser', browser, event_date, repeat_user_number
from sessions
where 'browser' in (select column_name from columns)
