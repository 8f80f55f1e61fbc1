-- one row per dimension (brand, category), user and value that a file's events name, of those users alone whose activity may have more than two
with busy_users as (

    select distinct user_id
    from staging.activity
    where
        events > 2
        and (lowest_brand_number < highest_brand_number or lowest_category_number < highest_category_number)

),

events as (

    select
        clean_events.user_id,
        clean_events.brand,
        clean_events.category_code
    from staging.clean_events as clean_events
    inner join busy_users on busy_users.user_id = clean_events.user_id

),

named as (

    select distinct 'brand' as dimension, user_id, brand as value from events where brand is not null
    union all
    select distinct 'category', user_id, category_code from events where category_code is not null

)

select
    named.dimension,
    named.user_id,
    dimension_values.value_number
from named
inner join staging.dimension_values as dimension_values
    on dimension_values.dimension = named.dimension
    and dimension_values.value = named.value
