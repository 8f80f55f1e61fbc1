-- one row per dimension (all, device, source, segment) and what a user has in it: the value that it is published as, Other for those of too few users to tell
with users as (

    select device, source, cluster, users from analysis.lone_users

    union all

    select device, source, cluster, count(*) from analysis.placed_users group by device, source, cluster

),

own_values as (

    select 'device' as dimension, device as own_value, device as value, users
    from users
    where (select is_present from core.columns where column_name = 'device')

    union all

    select 'source', source, source, users
    from users
    where (select is_present from core.columns where column_name = 'source')

    union all

    select 'segment', cast(users.cluster as varchar), segments.segment, users.users
    from users
    inner join segmentation.segments as segments on segments.cluster = users.cluster

),

totals as (

    select dimension, own_value, value, sum(users) as users
    from own_values
    group by dimension, own_value, value

)

select 'all' as dimension, 'all' as own_value, 'all' as value

union all

select
    totals.dimension,
    totals.own_value,
    case when totals.users < thresholds.minimum_trials then 'Other' else totals.value end as value
from totals
cross join settings.thresholds as thresholds
