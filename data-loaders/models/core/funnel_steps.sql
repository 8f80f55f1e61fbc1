-- one row per unit (users or sessions) and stage: conversion from the stage before, with its Wilson 95 % interval
with stage_reach as (

    select * from core.stage_reach

),

steps as (

    select
        unit,
        stage,
        position,
        reach_flag,
        members,
        also_previous,
        lag(members) over (partition by unit order by position) as previous_members,
        first_value(members) over (partition by unit order by position) as first_members
    from stage_reach

),

rates as (

    select
        steps.*,
        cast(members as double) / previous_members as conversion_from_previous,
        cast(members as double) / first_members as share_of_first,
        cast(also_previous as double) / previous_members as strict_conversion_from_previous,
        -- z for 95 %, and the number of trials
        1.959963984540054 as z,
        cast(previous_members as double) as n
    from steps

)

-- Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference. JASA 22: 209-212.
-- Where more members reach a stage than the one before (any order, missing events), the ratio is no proportion and has
-- no interval.
select
    unit,
    stage,
    position,
    reach_flag,
    members,
    also_previous,
    conversion_from_previous,
    1 - conversion_from_previous as drop_off_from_previous,
    share_of_first,
    strict_conversion_from_previous,
    case when members <= previous_members then greatest(0,
        (conversion_from_previous + z * z / (2 * n)
            - z * sqrt((conversion_from_previous * (1 - conversion_from_previous) + z * z / (4 * n)) / n)) / (1 + z * z / n)
    ) end as conversion_low,
    case when members <= previous_members then least(1,
        (conversion_from_previous + z * z / (2 * n)
            + z * sqrt((conversion_from_previous * (1 - conversion_from_previous) + z * z / (4 * n)) / n)) / (1 + z * z / n)
    ) end as conversion_high
from rates
