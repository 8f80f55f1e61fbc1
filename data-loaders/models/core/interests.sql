-- one row per user with several activities, or with more than two brands or categories in one: how many of each there are
with repeat_users as (

    select * from core.repeat_users

),

interests as (

    select * from staging.interests

),

-- the same number for the same value in all files
numbers as (

    select
        file,
        dimension,
        value_number,
        dense_rank() over (partition by dimension order by value) as number
    from staging.dimension_values
    where dimension in ('brand', 'category')

),

repeat_activity as (

    select
        repeat_users.user_number,
        activity.file,
        activity.lowest_brand_number,
        activity.highest_brand_number,
        activity.lowest_category_number,
        activity.highest_category_number
    from staging.activity as activity
    inner join repeat_users on repeat_users.user_id = activity.user_id

),

repeat_interests as (

    select user_number, file, 'brand' as dimension, lowest_brand_number as value_number
    from repeat_activity
    where lowest_brand_number is not null
    union all
    select user_number, file, 'brand', highest_brand_number
    from repeat_activity
    where highest_brand_number > lowest_brand_number
    union all
    select user_number, file, 'category', lowest_category_number
    from repeat_activity
    where lowest_category_number is not null
    union all
    select user_number, file, 'category', highest_category_number
    from repeat_activity
    where highest_category_number > lowest_category_number
    union all
    select repeat_users.user_number, interests.file, 'brand', interests.brand_number
    from interests
    inner join repeat_users on repeat_users.user_id = interests.user_id
    where interests.brand_number is not null
    union all
    select repeat_users.user_number, interests.file, 'category', interests.category_number
    from interests
    inner join repeat_users on repeat_users.user_id = interests.user_id
    where interests.category_number is not null

),

distinct_interests as (

    select distinct
        repeat_interests.user_number,
        case when numbers.dimension = 'brand' then numbers.number end as brand_number,
        case when numbers.dimension = 'category' then numbers.number end as category_number
    from repeat_interests
    inner join numbers
        on numbers.file = repeat_interests.file
        and numbers.dimension = repeat_interests.dimension
        and numbers.value_number = repeat_interests.value_number

),

repeat_totals as (

    select
        user_number,
        count(brand_number) as brands,
        count(category_number) as categories
    from distinct_interests
    group by user_number

)

select
    repeat_users.user_id,
    cast(repeat_totals.brands as integer) as brands,
    cast(repeat_totals.categories as integer) as categories
from repeat_totals
inner join repeat_users on repeat_users.user_number = repeat_totals.user_number

union all

-- what users with one activity are interested in is in one file
select
    user_id,
    cast(count(distinct brand_number) as integer),
    cast(count(distinct category_number) as integer)
from interests
where user_id not in (select user_id from repeat_users)
group by user_id
