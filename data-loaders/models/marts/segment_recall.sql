-- one row per rule segment that K-Means segments stand for by their names: how many of its users are in them; cells of too few people are left out
select
    rule_segment,
    rule_position as position,
    cast(sum(users) as bigint) as users,
    sum(share_of_rule order by position) as recall
from marts.segment_crosswalk
where is_counterpart
group by rule_segment, rule_position
order by rule_position
