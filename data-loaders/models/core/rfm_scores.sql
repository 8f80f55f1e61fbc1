-- one row per buyer: recency, frequency and money, each scored from 1 to 5, and the segment that follows
with buyers as (

    select
        users.user_id,
        bounds.last_date - users.last_purchase_on as recency_days,
        users.orders,
        users.revenue
    from core.user_features as users
    cross join core.bounds as bounds
    where users.purchases > 0

),

-- the middle of a buyer's place among all, 0 to 1, so that those who are alike get the same score
places as (

    select
        buyers.*,
        (percent_rank() over (order by recency_days desc) + cume_dist() over (order by recency_days desc)) / 2 as recency_place,
        (percent_rank() over (order by orders) + cume_dist() over (order by orders)) / 2 as frequency_place,
        (percent_rank() over (order by revenue) + cume_dist() over (order by revenue)) / 2 as money_place
    from buyers

),

scored as (

    select
        user_id,
        recency_days,
        orders,
        revenue,
        cast(least(5, 1 + floor(5 * recency_place)) as integer) as recency_score,
        cast(least(5, 1 + floor(5 * frequency_place)) as integer) as frequency_score,
        cast(least(5, 1 + floor(5 * money_place)) as integer) as money_score
    from places

)

select
    scored.*,
    case
        when recency_score >= 4 and frequency_score + money_score >= 7 then 'Champions'
        when recency_score = 3 and frequency_score + money_score >= 7 then 'Loyal customers'
        when frequency_score + money_score >= 7 then 'At risk'
        when recency_score >= 4 and frequency_score + money_score >= 5 then 'Potential loyalists'
        when recency_score >= 4 then 'Recent customers'
        when recency_score = 3 then 'Need attention'
        else 'Hibernating'
    end as segment
from scored
