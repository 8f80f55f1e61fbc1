-- what campaigns cost whose visitors order nothing, where others' would have, and those that no visit is recorded of
with paid as (

    select
        campaigns.*,
        campaigns.last_cost_on < bounds.over_before as is_over
    from marts.campaigns as campaigns
    cross join core.bounds as bounds
    where campaigns.cost > 0 and campaigns.campaign not in ('Unknown', 'Other')

),

overall as (

    select cast(sum(orders_of_visitors) as double) / nullif(sum(users), 0) as orders_per_user
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

judged as (

    select
        paid.*,
        paid.sessions = 0 as is_unvisited,
        paid.sessions > 0 and paid.orders_of_visitors = 0
            -- none where so many are to be expected is no chance: Poisson, times the number of campaigns
            and coalesce(exp(-paid.users * poor.buyers_per_user) * count(*) over () < 0.05, false) as is_wasted
    from paid
    cross join poor

),

-- those that still cost money first: they can be stopped
placed as (

    select
        judged.*,
        row_number() over (partition by is_wasted, is_unvisited order by is_over, cost desc, campaign) as place
    from judged

)

select
    count(*) as paid_campaigns,
    count(*) filter (where orders_of_visitors > 0) as ordering_campaigns,
    count(*) filter (where is_wasted) as wasted_campaigns,
    count(*) filter (where is_wasted and not is_over) as running_campaigns,
    sum(cost order by place) filter (where is_wasted) as cost,
    sum(cost order by place) filter (where is_wasted and not is_over) as running_cost,
    cast(sum(sessions) filter (where is_wasted) as bigint) as sessions,
    cast(sum(users) filter (where is_wasted) as bigint) as users,
    sum(users * orders_per_user order by place) filter (where is_wasted) as expected_orders,
    max(campaign) filter (where is_wasted and place = 1) as campaign,
    count(*) filter (where is_unvisited) as unvisited_campaigns,
    sum(cost order by place) filter (where is_unvisited) as unvisited_cost,
    max(campaign) filter (where is_unvisited and place = 1) as unvisited_campaign
from placed
cross join overall
having count(*) > 0
