-- one row per metric, dimension, value (missing for all) and whole day from the first to the last, days without events included
with value_days as (

    select * from analysis.value_days

),

columns as (

    select column_name from core.columns where is_present

),

stages as (

    select distinct event_type from core.item_activity

),

people as (

    select dimension, value, event_date, users from value_days

),

counts as (

    select 'sessions' as metric, dimension, value, event_date, cast(sessions as double) as observed from value_days
    union all
    select 'users', dimension, value, event_date, cast(users as double) from value_days
    union all
    select 'views', dimension, value, event_date, cast(views as double)
    from value_days
    where 'view' in (select event_type from stages)
    union all
    select 'orders', dimension, value, event_date, cast(orders as double)
    from value_days
    where 'purchase' in (select event_type from stages)
    union all
    select 'revenue', dimension, value, event_date, revenue
    from value_days
    where 'purchase' in (select event_type from stages) and 'price' in (select column_name from columns)

),

rates as (

    select
        'session_conversion' as metric,
        'business' as kind,
        dimension,
        value,
        event_date,
        purchasing_sessions as successes,
        sessions as trials
    from value_days
    where 'purchase' in (select event_type from stages)

    union all

    select metric, 'business', dimension, value, event_date, successes, trials from analysis.step_days

    union all

    select metric, 'tracking', 'all', null, event_date, successes, trials from analysis.tracking_days

),

joined as (

    select
        metric,
        'business' as kind,
        dimension,
        value,
        event_date,
        observed,
        cast(null as bigint) as successes,
        cast(null as bigint) as trials
    from counts

    union all

    select
        metric,
        kind,
        dimension,
        value,
        event_date,
        cast(successes as double) / nullif(trials, 0),
        cast(successes as bigint),
        cast(trials as bigint)
    from rates

)

select
    joined.*,
    -- who came on the day
    people.users as people
from joined
inner join people
    on people.dimension = joined.dimension
    and people.value is not distinct from joined.value
    and people.event_date = joined.event_date
order by joined.metric, joined.dimension, joined.value, joined.event_date
