-- one row per stage but the first: how long people take from the stage before to it, in order within 7 days
select
    stages.stage,
    times.position,
    times.members as users,
    times.lower_quartile as lower_quartile_seconds,
    times.median as median_seconds,
    times.upper_quartile as upper_quartile_seconds,
    times.up_to_10 as within_10_seconds,
    times.up_to_60 as within_1_minute,
    times.up_to_300 as within_5_minutes,
    times.up_to_1800 as within_30_minutes,
    times.up_to_7200 as within_2_hours,
    times.up_to_86400 as within_1_day,
    times.up_to_259200 as within_3_days,
    times.up_to_604800 as within_7_days
from analysis.funnel_times as times
inner join core.stages as stages on stages.position = times.position
order by times.position
