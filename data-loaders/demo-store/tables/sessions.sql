-- one row per visit
-- view
select
    demo.session_id(visits.session_no) as session_id,
    demo.user_id(visits.user_no) as user_id,
    demo.moment(visits.started) as started_at,
    ways.source,
    ways.medium,
    campaigns.campaign_id,
    ways.campaign,
    ads.ad_id,
    devices.device,
    devices.browser,
    devices.os,
    cities.country,
    case when visits.homes = 1 then '/' else products.page end as landing_page,
    ways.referrer
from skeleton.visits
inner join skeleton.ways on ways.way_no = visits.way_no
left join skeleton.campaigns on campaigns.campaign_no = ways.campaign_no
left join skeleton.ads on ads.ad_no = ways.ad_no
inner join skeleton.devices on devices.device_no = visits.device_no
inner join skeleton.cities on cities.city_no = visits.city_no
inner join skeleton.product_slots on product_slots.slot = case
    when visits.views = 1 and visits.carts + visits.items > 0 then demo.item_slot(visits.key, 0)
    else demo.slot(demo.step_key(visits.session_no, 0), 'view')
end
inner join skeleton.products on products.product_no = product_slots.product_no
