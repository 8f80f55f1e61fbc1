-- one row per reason for rejecting events, with how many rows and an example of what was wrong with them
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
    union all
    select 'stray_event_time', 6
    union all
    select 'unreadable_price', 7

),

rejects as (

    select
        rejects.*,
        row_number() over (partition by reason order by rows desc, value) as frequency_rank
    from core.rejects as rejects

),

totals as (

    select reason, cast(sum(rows) as bigint) as rows from rejects group by reason

),

-- What many rows share is shown; of anything rarer, which could be somebody's, only its shape. Whole lines never are.
examples as (

    select
        rejects.reason,
        case
            when rejects.reason <> 'malformed_row' and rejects.rows >= thresholds.minimum_group_size
                then substr(rejects.value, 1, 40)
            else regexp_replace(
                regexp_replace(substr(rejects.value, 1, 40), '[^\W\d_]', 'x', 'g'), '\d', '9', 'g'
            )
        end as example
    from rejects
    cross join settings.thresholds as thresholds
    where rejects.frequency_rank = 1

)

select
    reasons.reason,
    reasons.position,
    coalesce(totals.rows, 0) as rows,
    examples.example as first_example
from reasons
left join totals on totals.reason = reasons.reason
left join examples on examples.reason = reasons.reason
order by reasons.position
