-- one row per attempt to pay
with keyed as (

    select
        *,
        demo.key_of(cast(order_id as bigint)) as key,
        -- now and then a card is refused once or twice before it is not
        least(2, demo.repeats(key, 'refused', 0.06)) as refusals
    from demo.orders

),

attempts as (

    select keyed.*, unnest(range(1 + refusals)) as attempt from keyed

)

select
    cast(3600000000000000000 + (cast(order_id as bigint) - 3507000000000000000) * 4 + attempt as varchar) as payment_id,
    order_id,
    case
        when demo.draw(key, 'method') < 0.58 then 'card'
        when demo.draw(key, 'method') < 0.86 then 'wallet'
        when demo.draw(key, 'method') < 0.94 then 'bank transfer'
        else 'invoice'
    end as method,
    case when attempt < refusals then 'failed' else 'captured' end as status,
    ordered_at - to_seconds(20 * (refusals - attempt)) as attempted_at,
    cast(case when attempt < refusals then 0 else total end as decimal(12, 2)) as amount,
    cast(case
        when attempt < refusals or status = 'delivered' then 0
        when status = 'returned' then total
        else total * cast(0.2 + 0.6 * demo.draw(key, 'part') as decimal(6, 4))
    end as decimal(12, 2)) as refunded_amount,
    case when attempt = refusals and status <> 'delivered'
        then cast(ordered_at as date) + 4 + cast(floor(24 * demo.draw(key, 'refunded after')) as integer)
    end as refunded_on
from attempts
order by ordered_at, order_id, attempt
