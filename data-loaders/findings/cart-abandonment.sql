-- how many people leave a cart behind, what lies in them, and how many come back by themselves
with brands as (

    select
        brand,
        value,
        row_number() over (order by value desc, carts desc, brand) as place
    from marts.abandoned_brands
    where brand not in ('Unknown', 'Other')

),

left_behind as (

    select sum(value order by brand) as value from marts.abandoned_brands

)

select
    kpis.carting_users,
    kpis.purchasing_users,
    kpis.purchasing_users_without_cart,
    segments.users as abandoners,
    case when kpis.revenue is not null then left_behind.value end as value,
    (select brand from brands where place = 1) as first_brand,
    (select brand from brands where place = 2) as second_brand,
    (select brand from brands where place = 3) as third_brand,
    (select sum(value order by place) from brands where place <= 3) / nullif(left_behind.value, 0) as brands_share,
    returns.left_users,
    returns.return_rate,
    returns.return_low,
    returns.return_high,
    bounds.seconds,
    thresholds.minimum_trials
from marts.kpis as kpis
cross join core.bounds as bounds
inner join marts.rule_segments as segments on segments.segment = 'cart_abandoner'
cross join left_behind
cross join marts.cart_returns as returns
cross join settings.thresholds as thresholds
