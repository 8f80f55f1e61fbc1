-- one row per segment of the analyst's own rules, which may overlap; no money of too few people
select
    segment,
    position,
    rule,
    users,
    share,
    case when users = 0 then 0 when users >= thresholds.minimum_group_size then revenue end as revenue,
    case when users >= thresholds.minimum_group_size then conversion_rate end as conversion_rate
from segmentation.own_segments
cross join settings.thresholds as thresholds
order by position
