-- one row: of the visits with a checkout in the two weeks, the share that order, in Mobile Safari and elsewhere
with visits as (

    select
        user_session,
        max(browser) as browser,
        max(case when event_type = 'purchase' then 1 else 0 end) as purchased
    from events
    where event_time between '2021-01-11' and '2021-01-25'
    group by user_session
    having count(*) filter (where event_type = 'checkout') > 0

)

select
    avg(purchased) filter (where browser = 'Mobile Safari') as mobile_safari,
    avg(purchased) filter (where browser <> 'Mobile Safari') as elsewhere
from visits
