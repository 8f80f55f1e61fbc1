-- one row per row of analysis.touches: which share of its purchase it is credited with by each model that looks at one path at a time
with half_life as (

    select half_life_days from settings.attribution

),

decayed as (

    select
        touches.*,
        max(case when not is_direct then place end) over (partition by purchase_key) as last_non_direct,
        cast(power(0.5, days_before / half_life_days) as decimal(13, 12)) as decay
    from analysis.touches as touches
    cross join half_life

),

-- the parts of a path up to each touch, so that those of its touches add up to 1 exactly
cumulated as (

    select
        decayed.*,
        case
            when place = touches then 1
            when touches = 2 then 0.5
            else 0.4 + 0.2 * (place - 1) / (touches - 2)
        end as position_upto,
        case
            when place = 1 then 0
            when touches = 2 then 0.5
            else 0.4 + 0.2 * (place - 2) / (touches - 2)
        end as position_before,
        sum(decay) over (partition by purchase_key) as decay_of_all,
        sum(decay) over (partition by purchase_key order by place rows between unbounded preceding and current row)
            as decay_upto
    from decayed

)

select
    purchase_key,
    place,
    channel,
    campaign,
    orders,
    revenue,
    cast(case when place = coalesce(last_non_direct, touches) then 1 else 0 end as decimal(13, 12)) as last_non_direct,
    cast(case when place = 1 then 1 else 0 end as decimal(13, 12)) as first,
    cast(cast(place as double) / touches as decimal(13, 12))
        - cast(cast(place - 1 as double) / touches as decimal(13, 12)) as linear,
    cast(position_upto as decimal(13, 12)) - cast(position_before as decimal(13, 12)) as position,
    cast(cast(decay_upto as double) / cast(decay_of_all as double) as decimal(13, 12))
        - cast(cast(decay_upto - decay as double) / cast(decay_of_all as double) as decimal(13, 12)) as time_decay
from cumulated
