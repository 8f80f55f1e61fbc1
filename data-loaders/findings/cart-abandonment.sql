-- how many people leave a cart behind, what lies in them, and how many come back for it by themselves
with brands as (

    select
        brand,
        row_number() over (order by value desc, brand) as place
    from marts.abandoned_brands
    where brand not in ('Unknown', 'Other')

),

left_behind as (

    select sum(value order by brand) as value from marts.abandoned_brands

),

-- who reaches the purchase in the order of the stages: in the same session, or within a week
buyers as (

    select
        max(users) filter (where conversion_window = 'session' and stage = 'cart') as carting,
        max(users) filter (where conversion_window = 'session' and stage = 'purchase') as at_once,
        max(users) filter (where conversion_window = '7 days' and stage = 'purchase') as within_a_week
    from (
        select conversion_window, stage, members as users
        from marts.funnel_definitions
        where unit = 'users' and funnel_order = 'ordered' and is_open and not is_product_held
    ) as ordered

)

select
    kpis.carting_users,
    segments.users as abandoners,
    case when kpis.revenue is not null then left_behind.value end as value,
    (select brand from brands where place = 1) as first_brand,
    (select brand from brands where place = 2) as second_brand,
    (select brand from brands where place = 3) as third_brand,
    buyers.carting - buyers.at_once as left_at_first,
    greatest(0, buyers.within_a_week - buyers.at_once) as came_back,
    thresholds.minimum_trials
from marts.kpis as kpis
inner join marts.rule_segments as segments on segments.segment = 'cart_abandoner'
cross join left_behind
cross join buyers
cross join settings.thresholds as thresholds
where kpis.carting_users > 0
