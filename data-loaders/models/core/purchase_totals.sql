-- one row per activity in which something was bought: how often, and what for; an order belongs to the activity of its first purchase
with placed as (

    select
        purchases.*,
        row_number() over (
            partition by order_id
            order by first_event_at, user_id, user_session, session_number, file
        ) as place
    from staging.purchases as purchases
    where order_id is not null

    union all

    -- each an order of its own
    select purchases.*, null as place
    from staging.purchases as purchases
    where order_id is null

)

select
    file,
    user_id,
    user_session,
    session_number,
    hour_at,
    cast(sum(purchases) as integer) as purchases,
    cast(sum(case when order_id is null then purchases when place = 1 then 1 else 0 end) as integer) as orders,
    sum(revenue) as revenue
from placed
group by file, user_id, user_session, session_number, hour_at
