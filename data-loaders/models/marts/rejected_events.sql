-- one row per reason for rejecting events, with how many rows and the first example by the alphabet
with reasons as (

    select 'malformed_row' as reason, 1 as position
    union all
    select 'unreadable_event_time', 2
    union all
    select 'unknown_event_type', 3
    union all
    select 'missing_user_id', 4
    union all
    select 'non_positive_price', 5

),

totals as (

    select reason, cast(sum(rows) as bigint) as rows, min(example) as first_example from core.rejects group by reason

)

select
    reasons.reason,
    reasons.position,
    coalesce(totals.rows, 0) as rows,
    totals.first_example
from reasons
left join totals on totals.reason = reasons.reason
order by reasons.position
