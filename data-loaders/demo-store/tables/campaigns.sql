-- one row per campaign
with planned as (

    select ads.campaign_no, sum(ad_days.planned_cost order by ad_days.day, ad_days.ad_no) as cost
    from skeleton.ad_days
    inner join skeleton.ads on ads.ad_no = ad_days.ad_no
    group by ads.campaign_no

)

select
    campaigns.campaign_id,
    campaigns.name,
    campaigns.channel,
    campaigns.objective,
    cast(10 * ceil(planned.cost * 0.105) as decimal(14, 2)) as budget,
    campaigns.starts_on,
    campaigns.ends_on
from skeleton.campaigns
inner join planned on planned.campaign_no = campaigns.campaign_no
order by campaigns.campaign_no
