-- one row: the promotion's week against the two weeks around it
with visits as (

    select
        sessions.session_id,
        case
            when cast(started_at as date) between date '2020-12-10' and date '2020-12-16' then 'promotion'
            when cast(started_at as date) between date '2020-12-03' and date '2020-12-23' then 'around'
        end as week,
        started_at = min(started_at) over (partition by user_id) as is_first
    from sessions

),

seen as (

    select
        user_session as session_id,
        max(case when event_type = 'view' then 1 else 0 end) as viewed,
        max(case when event_type = 'cart' then 1 else 0 end) as carted,
        max(case when event_type = 'purchase' then 1 else 0 end) as purchased
    from events
    group by user_session

),

weeks as (

    select
        week,
        count(*) / case when week = 'promotion' then 7 else 14 end as visits,
        avg(case when is_first then 1 else 0 end) as first_visits,
        sum(carted) / sum(viewed) as view_to_cart,
        sum(case when carted = 1 then purchased else 0 end) / nullif(sum(carted), 0) as cart_to_purchase
    from visits
    inner join seen on seen.session_id = visits.session_id
    where week is not null
    group by week

)

select
    promotion.visits / around.visits as visits_ratio,
    promotion.first_visits as first_visits,
    promotion.view_to_cart / around.view_to_cart as view_to_cart_ratio,
    promotion.cart_to_purchase / around.cart_to_purchase as cart_to_purchase_ratio
from weeks as promotion
inner join weeks as around on around.week = 'around'
where promotion.week = 'promotion'
