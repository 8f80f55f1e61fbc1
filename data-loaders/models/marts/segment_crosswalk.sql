-- one row per K-Means segment and rule segment: how many users are in both; cells of too few people are left out of the count
with names as (

    select * from segmentation.segments

),

rules as (

    select segment as rule_segment, position as rule_position from core.rule_names

),

members as (

    select cluster, rule_segment, users from segmentation.totals

    union all

    -- overlaps the others
    select cluster, 'high_value', users from segmentation.totals where is_high_value

),

counted as (

    select
        cluster,
        rule_segment,
        cast(sum(users) as bigint) as users
    from members
    group by cluster, rule_segment

),

cells as (

    select
        names.segment,
        names.position,
        rules.rule_segment,
        rules.rule_position,
        coalesce(counted.users, 0) as users
    from names
    cross join rules
    left join counted on counted.cluster = names.cluster and counted.rule_segment = rules.rule_segment

),

sizes as (

    select
        cells.*,
        sum(users) over (partition by rule_segment) as rule_users,
        sum(case when rule_segment = 'high_value' then 0 else users end) over (partition by segment) as segment_users,
        users between 1 and (select minimum_group_size from settings.thresholds) - 1 as is_hidden,
        bool_or(segment like 'Cart abandoners%') over () as has_abandoners
    from cells

)

select
    segment,
    position,
    rule_segment,
    rule_position,
    case when not is_hidden then users end as users,
    case when not is_hidden then cast(users as double) / nullif(rule_users, 0) end as share_of_rule,
    case when not is_hidden then cast(users as double) / nullif(segment_users, 0) end as share_of_segment,
    -- whether the segment is the one that by its name the rule's people belong to
    case rule_segment
        when 'view_only' then segment like 'Browsers%'
        when 'cart_abandoner' then
            case when has_abandoners then segment like 'Cart abandoners%' else segment like 'Browsers%' end
        when 'single_purchase_buyer' then segment like 'Occasional buyers%'
        when 'loyal_multi_buyer' then segment like 'High-value loyal%' or segment like 'Loyal%'
        else false
    end as is_counterpart
from sizes
order by position, rule_position
