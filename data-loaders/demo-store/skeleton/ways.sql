-- one row per way to the shop: without an ad (1 to 6), or by an ad (its number + 10)
select
    cast(number as integer) as way_no,
    source,
    medium,
    cast(null as integer) as campaign_no,
    cast(null as varchar) as campaign,
    cast(null as integer) as ad_no,
    false as is_wasted,
    referrer,
    intent,
    weight
from (
    values
        (1, 'direct', 'none', null, 1.20, 330),
        (2, 'google', 'organic', 'https://www.google.com/', 1.00, 210),
        (3, 'bing', 'organic', 'https://www.bing.com/', 1.05, 25),
        (4, 'duckduckgo', 'organic', 'https://duckduckgo.com/', 1.05, 10),
        (5, 'facebook', 'social', 'https://www.facebook.com/', 0.75, 35),
        (6, 'reviews.example', 'referral', 'https://reviews.example/best-notebooks', 1.20, 30)
) as listed(number, source, medium, referrer, intent, weight)

union all

select
    10 + ads.ad_no,
    placements.platform,
    placements.medium,
    ads.campaign_no,
    campaigns.name,
    ads.ad_no,
    demo.planted('wasted_campaign') and campaigns.name = 'Lookalikes, reach',
    placements.referrer,
    placements.intent,
    null
from skeleton.ads
inner join skeleton.campaigns on campaigns.campaign_no = ads.campaign_no
inner join skeleton.placements on placements.placement_no = ads.placement_no
