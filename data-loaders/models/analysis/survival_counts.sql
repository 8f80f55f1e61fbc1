-- one row per kind (first_purchase since the first visit, second_purchase since the first), dimension, value and number of days since: who bought then, and who was no longer observed after it, up to the last complete day
with bounds as (

    select
        case when is_last_day_complete then last_date else cast(last_date - interval '1' day as date) end as last_complete_date
    from core.bounds

),

placed_users as (

    select * from analysis.placed_users

),

lone_users as (

    select * from analysis.lone_users

),

spans as (

    select 'first_purchase' as kind, device, source, cluster, first_visit_on as started_on, first_purchase_on as bought_on, 1 as users
    from placed_users

    union all

    select 'second_purchase', device, source, cluster, first_purchase_on, second_purchase_on, 1
    from placed_users
    where first_purchase_on is not null

    union all

    select 'first_purchase', device, source, cluster, event_date, event_date, purchasers from lone_users

    union all

    select 'first_purchase', device, source, cluster, event_date, null, users - purchasers from lone_users

    union all

    select 'second_purchase', device, source, cluster, event_date, event_date, repeat_purchasers from lone_users

    union all

    select 'second_purchase', device, source, cluster, event_date, null, purchasers - repeat_purchasers from lone_users

),

observed as (

    select
        spans.*,
        spans.bought_on is not null and spans.bought_on <= bounds.last_complete_date as has_bought,
        bounds.last_complete_date
    from spans
    cross join bounds
    where spans.started_on <= bounds.last_complete_date and spans.users > 0

),

parts as (

    select
        kind,
        device,
        source,
        cluster,
        case when has_bought then bought_on else last_complete_date end - started_on as days_since,
        sum(case when has_bought then users else 0 end) as events,
        sum(case when has_bought then 0 else users end) as censored
    from observed
    group by kind, device, source, cluster, case when has_bought then bought_on else last_complete_date end - started_on

),

own_values as (

    select 'all' as dimension, 'all' as own_value, parts.* from parts
    union all
    select 'device', device, parts.* from parts
    union all
    select 'source', source, parts.* from parts
    union all
    select 'segment', cast(cluster as varchar), parts.* from parts

)

select
    parts.kind,
    parts.dimension,
    user_values.value,
    cast(parts.days_since as integer) as days_since,
    cast(sum(parts.events) as integer) as events,
    cast(sum(parts.censored) as integer) as censored
from own_values as parts
inner join analysis.user_values as user_values
    on user_values.dimension = parts.dimension
    and user_values.own_value = parts.own_value
group by parts.kind, parts.dimension, user_values.value, parts.days_since
