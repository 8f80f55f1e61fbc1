-- one row per dimension and value that a file's events have, with its numbers in the alphabets of the dimension's labels and values
with events as (

    select * from staging.read_events where reject_reason is null

),

seen as (

    select distinct 'device' as dimension, device as value, device as label from events where device is not null
    union all
    select distinct 'browser', browser, browser from events where browser is not null
    union all
    select distinct 'source', source, source from events where source is not null
    union all
    select distinct 'campaign', campaign, campaign from events where campaign is not null
    union all
    select distinct 'country', country, country from events where country is not null
    union all
    -- of a category code such as computers.components.memory, sessions keep the first part
    select distinct 'category', category_code, split_part(category_code, '.', 1)
    from staging.item_activity
    where category_code is not null
    union all
    select distinct 'brand', brand, brand from staging.item_activity where brand is not null

)

select
    dimension,
    value,
    label,
    dense_rank() over (partition by dimension order by label) as number,
    cast(row_number() over (partition by dimension order by value) as integer) as value_number
from seen
