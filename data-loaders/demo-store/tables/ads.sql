-- one row per ad
select
    ads.ad_id,
    campaigns.campaign_id,
    ads.name,
    ads.format,
    placements.platform,
    placements.placement,
    ads.pricing_model,
    case when campaigns.ends_on = date '2021-02-28' then 'active' else 'ended' end as status
from skeleton.ads
inner join skeleton.campaigns on campaigns.campaign_no = ads.campaign_no
inner join skeleton.placements on placements.placement_no = ads.placement_no
order by ads.ad_no
