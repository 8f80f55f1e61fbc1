-- one row per episode: days in a row on which a metric was not as usual
select
    episode,
    incident,
    is_main,
    kind,
    metric,
    dimension,
    value,
    started_on,
    ended_on,
    days,
    shape,
    expected,
    observed,
    cast(trials as bigint) as trials,
    score,
    p_value,
    users,
    explanation
from analysis.episodes
order by episode
