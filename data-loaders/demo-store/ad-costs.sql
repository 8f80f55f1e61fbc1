-- one row per day, platform and campaign: what its ads cost, and how often they were shown and clicked
select
    cast(ad_interactions.occurred_at as date) as day,
    ads.platform as source,
    campaigns.name as campaign,
    sum(ad_interactions.cost) as cost,
    sum(ad_interactions.quantity) filter (where ad_interactions.interaction_type = 'impression') as impressions,
    sum(ad_interactions.quantity) filter (where ad_interactions.interaction_type = 'click') as clicks
from demo.ad_interactions as ad_interactions
inner join demo.ads as ads on ads.ad_id = ad_interactions.ad_id
inner join demo.campaigns as campaigns on campaigns.campaign_id = ads.campaign_id
group by cast(ad_interactions.occurred_at as date), ads.platform, campaigns.name
