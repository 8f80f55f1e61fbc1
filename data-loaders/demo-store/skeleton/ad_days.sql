-- one row per ad and day on which it runs: what its share of its campaign's money buys at the day's price
with running as (

    select
        ads.ad_no,
        ads.pricing_model,
        calendar.day,
        calendar.weight as visits_weight,
        calendar.is_promoted and campaigns.name = 'December promotion' as is_promotion,
        prices.pricing_id,
        prices.cpm,
        prices.cpc,
        prices.click_rate,
        -- in money, of which the clicks are what the price makes of it
        cast(campaigns.weight * ads.weight as double) / sum(ads.weight) over (partition by ads.campaign_no, calendar.day)
            / (prices.cpm / prices.click_rate) as clicks_weight
    from skeleton.ads
    inner join skeleton.campaigns on campaigns.campaign_no = ads.campaign_no
    inner join skeleton.calendar on calendar.date between campaigns.starts_on and campaigns.ends_on
    inner join skeleton.prices
        on prices.placement_no = ads.placement_no and calendar.date between prices.valid_from and prices.valid_until

),

shared as (

    -- floating-point numbers add up to the same sum in the same order only
    select
        running.*,
        clicks_weight / sum(clicks_weight) over (
            partition by day order by ad_no rows between unbounded preceding and unbounded following
        ) as share,
        count(*) over (partition by day, is_promotion) as promotion_ads
    from running

),

-- 36 of 100 visits are paid for, and people come 1.2 times; four of five of those whom the promotion brings come by its ads
clicked as (

    select
        shared.*,
        0.36 * 1.2 * demo.users() * visits_weight / (select sum(weight) from skeleton.calendar) * share
            + case when is_promotion and demo.planted('december_promotion')
                then 0.8 * demo.users() * promotion.people / 1e6 / promotion.days / promotion_ads
                else 0
            end as clicks
    from shared
    cross join skeleton.promotion

)

select
    ad_no,
    day,
    pricing_id,
    cast(1000000 * share as integer) as part,
    cast(ceil(clicks / click_rate * (0.92 + 0.16 * demo.draw(demo.key_of(3000000000 + ad_no * 256 + day), 'reach'))) as integer)
        as impressions,
    clicks * case when pricing_model = 'CPM' then cpm / 1000 / click_rate else cpc end as planned_cost
from clicked
