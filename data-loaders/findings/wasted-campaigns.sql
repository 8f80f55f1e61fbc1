-- what campaigns cost whose visitors order nothing, where others' would have
with overall as (

    select
        cast(sum(orders_of_visitors) as double) / nullif(sum(users), 0) as orders_per_user,
        count(*) filter (where cost > 0) as paid_campaigns
    from marts.campaigns
    where campaign not in ('Unknown', 'Other')

),

-- how many of those who come by a campaign buy, in one that does worse than three of four of those that bring buyers, since campaigns
-- differ; buyers, as one who buys may order more than once
poor as (

    select percentile_cont(0.25) within group (order by cast(campaigns.purchasing_sessions as double) / campaigns.users) as buyers_per_user
    from marts.campaigns as campaigns
    cross join settings.thresholds as thresholds
    where
        campaigns.campaign not in ('Unknown', 'Other')
        and campaigns.purchasing_sessions > 0
        and campaigns.users >= thresholds.minimum_trials

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
    cross join poor
    where
        campaigns.cost > 0
        and campaigns.orders_of_visitors = 0
        -- none where so many are to be expected is no chance: Poisson, times the number of campaigns
        and exp(-campaigns.users * poor.buyers_per_user) * overall.paid_campaigns < 0.05

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
