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

-- Episodes of business metrics join here, each as an event of its own. A metric that analysis.metrics does not have, such as
-- users, has no values that add up: it gives no rows further on.
events as (

    select * from periods

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
