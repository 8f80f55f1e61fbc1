-- one row per report: the last 28 complete days and the 28 days before, none where the data does not reach that far
with last_complete_day as (

    select max(period_start) as last_date from core.calendar_totals where period_kind = 'day' and is_complete

),

first_day as (

    select first_date from core.bounds

)

select
    cast(last_date - interval '27' day as date) as current_from,
    last_date as current_to,
    cast(last_date - interval '55' day as date) as previous_from,
    cast(last_date - interval '28' day as date) as previous_to
from last_complete_day
cross join first_day
where cast(last_date - interval '55' day as date) >= first_date
