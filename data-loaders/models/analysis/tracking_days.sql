-- one row per tracking metric that the data supports and whole day: how many (successes) of how many (trials)
with days as (

    select * from analysis.watched_days

),

row_days as (

    select * from core.row_days

),

columns as (

    select column_name from core.columns where is_present

),

stages as (

    select distinct event_type from core.item_activity

),

bots as (

    select event_date, sum(events) as events from analysis.bot_like_sessions group by event_date

),

session_events as (

    select event_date, sum(events) as events from analysis.value_cells where dimension = 'all' group by event_date

)

-- of purchases and page views together, how many are purchases: above a half where there are more of them
select 'purchases_above_views' as metric, event_date, purchases as successes, views + purchases as trials
from days
where 'view' in (select event_type from stages) and 'purchase' in (select event_type from stages)

union all

select 'days_without_events', event_date, case when events = 0 then 1 else 0 end, 1
from days

union all

select 'duplicate_share', days.event_date, coalesce(row_days.copies, 0), coalesce(row_days.good, 0)
from days
left join row_days on row_days.event_date = days.event_date

union all

select 'rejected_share', days.event_date, coalesce(row_days.rejected, 0), coalesce(row_days.rows_read, 0)
from days
left join row_days on row_days.event_date = days.event_date

union all

select
    'missing_brand_share', days.event_date, coalesce(row_days.events_without_brand, 0),
    coalesce(row_days.product_events, 0)
from days
left join row_days on row_days.event_date = days.event_date
where 'brand' in (select column_name from columns)

union all

select
    'missing_category_share', days.event_date, coalesce(row_days.events_without_category, 0),
    coalesce(row_days.product_events, 0)
from days
left join row_days on row_days.event_date = days.event_date
where 'category_code' in (select column_name from columns)

union all

select 'bot_like_share', days.event_date, coalesce(cast(bots.events as bigint), 0), coalesce(session_events.events, 0)
from days
left join bots on bots.event_date = days.event_date
left join session_events on session_events.event_date = days.event_date
