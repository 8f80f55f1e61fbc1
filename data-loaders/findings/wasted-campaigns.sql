-- what campaigns cost whose visitors order nothing, where others' would have
with overall as (

    select
        cast(sum(orders_of_visitors) as double) / nullif(sum(users), 0) as orders_per_user,
        count(*) filter (where cost > 0) as paid_campaigns
    from marts.campaigns
    where campaign not in ('Unknown', 'Other')

),

wasted as (

    select
        campaigns.campaign,
        campaigns.cost,
        campaigns.users,
        campaigns.sessions,
        row_number() over (order by campaigns.cost desc, campaigns.campaign) as place
    from marts.campaigns as campaigns
    cross join overall
    where
        campaigns.cost > 0
        and campaigns.orders_of_visitors = 0
        -- none where so many are to be expected is no chance: Poisson, times the number of campaigns
        and exp(-campaigns.users * overall.orders_per_user) * overall.paid_campaigns < 0.05

)

select
    overall.paid_campaigns,
    count(wasted.campaign) as wasted_campaigns,
    sum(wasted.cost order by wasted.place) as cost,
    cast(sum(wasted.sessions) as bigint) as sessions,
    cast(sum(wasted.users) as bigint) as users,
    sum(wasted.users * overall.orders_per_user order by wasted.place) as expected_orders,
    max(wasted.campaign) filter (where wasted.place = 1) as campaign
from overall
left join wasted on true
where overall.paid_campaigns > 0
group by overall.paid_campaigns
