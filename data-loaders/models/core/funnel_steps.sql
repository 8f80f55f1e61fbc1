-- one row per unit (users or sessions) and stage: conversion from the stage before, with Wilson's 95 % intervals
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

),

-- Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference. JASA 22: 209-212.
intervals as (

    select
        rates.*,
        -- members who have not been at the stage before make a ratio that is no proportion; so few of them do not matter
        members <= previous_members and 10 * (members - also_previous) <= members as is_proportion,
        (conversion_from_previous + z * z / (2 * n)) / (1 + z * z / n) as center,
        z * sqrt(greatest(0, conversion_from_previous * (1 - conversion_from_previous)) / n + z * z / (4 * n * n))
            / (1 + z * z / n) as half_width,
        (strict_conversion_from_previous + z * z / (2 * n)) / (1 + z * z / n) as strict_center,
        z * sqrt(strict_conversion_from_previous * (1 - strict_conversion_from_previous) / n + z * z / (4 * n * n))
            / (1 + z * z / n) as strict_half_width
    from rates

),

thresholds as (

    select minimum_trials from settings.thresholds

)

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
    case when previous_members > 0 and is_proportion then greatest(0, center - half_width) end as conversion_low,
    case when previous_members > 0 and is_proportion then least(1, center + half_width) end as conversion_high,
    case when previous_members > 0 then greatest(0, strict_center - strict_half_width) end as strict_conversion_low,
    case when previous_members > 0 then least(1, strict_center + strict_half_width) end as strict_conversion_high,
    previous_members >= thresholds.minimum_trials as has_enough_members
from intervals
cross join thresholds
