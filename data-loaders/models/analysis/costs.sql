-- one row per day between the first and the last event, source and campaign (null where it is not said): what ads cost and how often they were shown and clicked
select
    costs.day,
    costs.source,
    costs.campaign,
    sum(costs.cost) as cost,
    cast(sum(costs.impressions) as bigint) as impressions,
    cast(sum(costs.clicks) as bigint) as clicks
from staging.costs as costs
cross join core.bounds as bounds
where costs.day between bounds.first_date and bounds.last_date
group by costs.day, costs.source, costs.campaign
