-- one row per dimension and value that events have: its label, and the label's number within the dimension
with events as (

    select * from core.events

),

seen as (

    select distinct 'device' as dimension, device as value, device as label from events
    union all
    select distinct 'browser', browser, browser from events
    union all
    select distinct 'source', source, source from events
    union all
    select distinct 'campaign', campaign, campaign from events
    union all
    select distinct 'country', country, country from events
    union all
    -- of a category code such as computers.components.memory, sessions keep the first part
    select distinct 'category', category_code, split_part(category_code, '.', 1) from events where not is_category_missing

)

select
    dimension,
    value,
    label,
    dense_rank() over (partition by dimension order by label) as number
from seen
where value is not null
