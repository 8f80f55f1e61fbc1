-- one row per placement and month
select pricing_id, platform, placement, valid_from, valid_until, cpm, cpc
from skeleton.prices
order by placement_no, valid_from
