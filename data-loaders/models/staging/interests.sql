-- one row per user, brand and category that a file's events name together, of those users alone whose activity may have more than two brands or categories
with busy_users as (

    select distinct user_id
    from staging.activity
    where
        events > 2
        and (lowest_brand_number < highest_brand_number or lowest_category_number < highest_category_number)

),

named as (

    select distinct
        events.user_id,
        events.brand,
        events.category_code
    from staging.clean_events as events
    inner join busy_users on busy_users.user_id = events.user_id
    where events.brand is not null or events.category_code is not null

)

select
    named.user_id,
    brands.value_number as brand_number,
    categories.value_number as category_number
from named
left join staging.dimension_values as brands on brands.dimension = 'brand' and brands.value = named.brand
left join staging.dimension_values as categories
    on categories.dimension = 'category'
    and categories.value = named.category_code
