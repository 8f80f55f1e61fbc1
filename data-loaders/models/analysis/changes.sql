-- one row per change that is to be explained: the metric, of the sessions of one value of a dimension or of all (null), and the days before and after it (both inclusive)
with metrics as (

    select * from analysis.metrics

),

priced as (

    select is_present from core.columns where column_name = 'price'

),

periods as (

    select
        'period' as event,
        metrics.metric,
        cast(null as varchar) as dimension,
        cast(null as varchar) as value,
        previous_from as before_from,
        previous_to as before_to,
        current_from as after_from,
        current_to as after_to
    from analysis.comparison_periods
    cross join metrics
    where metrics.metric <> 'views'

),

-- people do not add up over values, as one may come with several: what brought them is told by their visits
episodes as (

    select
        episodes.episode,
        episodes.metric as own_metric,
        case episodes.metric when 'users' then 'sessions' else episodes.metric end as metric,
        episodes.dimension,
        episodes.value,
        episodes.is_main,
        episodes.started_on,
        episodes.ended_on,
        7 * least(4, greatest(1, ceil(episodes.days / 7.0))) as compared_days
    from analysis.episodes as episodes
    where episodes.kind = 'business'

),

-- whole weeks to compare an episode with, the nearest before it first, then the nearest after it
candidates as (

    select
        episodes.episode,
        weeks.number as preference,
        cast(episodes.started_on - interval '1' day * (7 * weeks.number + episodes.compared_days) as date) as before_from,
        cast(episodes.started_on - interval '1' day * (7 * weeks.number + 1) as date) as before_to
    from episodes
    cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8)) as weeks(number)

    union all

    select
        episodes.episode,
        9 + weeks.number,
        cast(episodes.ended_on + interval '1' day * (7 * weeks.number + 1) as date),
        cast(episodes.ended_on + interval '1' day * (7 * weeks.number + episodes.compared_days) as date)
    from episodes
    cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8)) as weeks(number)

),

quiet as (

    select
        candidates.*,
        row_number() over (partition by candidates.episode order by candidates.preference) as place
    from candidates
    inner join episodes on episodes.episode = candidates.episode
    cross join core.bounds as bounds
    left join analysis.episodes as others
        on others.metric = episodes.own_metric
        and others.dimension = episodes.dimension
        and others.value is not distinct from episodes.value
        and others.started_on <= candidates.before_to
        and others.ended_on >= candidates.before_from
    where
        others.episode is null
        and candidates.before_from >= bounds.first_date
        and candidates.before_to <= bounds.last_date

),

explained as (

    select
        'episode ' || cast(episodes.episode as varchar) as event,
        episodes.metric,
        case when episodes.dimension <> 'all' then episodes.dimension end as dimension,
        episodes.value,
        episodes.is_main,
        quiet.before_from,
        quiet.before_to,
        episodes.started_on as after_from,
        episodes.ended_on as after_to
    from episodes
    inner join quiet on quiet.episode = episodes.episode and quiet.place = 1
    where episodes.metric in (select metric from metrics)

),

events as (

    select * from periods

    union all

    select event, metric, dimension, value, before_from, before_to, after_from, after_to from explained

    union all

    -- an episode of one value that stands for an incident is also a part of what happened to all
    select event || ' among all', metric, null, null, before_from, before_to, after_from, after_to
    from explained
    where is_main and dimension is not null

)

select
    event || ' ' || metric as change_id,
    metric,
    dimension,
    value,
    before_from,
    before_to,
    after_from,
    after_to
from events
where metric <> 'revenue' or (select is_present from priced)
