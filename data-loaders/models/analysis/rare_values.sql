-- one row per span of days, dimension and value that fewer people share than are published: they become Other
with thresholds as (

    select minimum_group_size from settings.thresholds

),

doubtful as (

    select * from analysis.doubtful_values

),

repeats as (

    select sessions.*, segments.segment
    from analysis.placed_sessions as sessions
    inner join segmentation.segments as segments on segments.cluster = sessions.cluster
    where repeat_user_number is not null

),

valued as (

    select 'device' as dimension, device as value, repeats.* from repeats
    union all
    select 'browser', browser, repeats.* from repeats
    union all
    select 'source', source, repeats.* from repeats
    union all
    select 'campaign', campaign, repeats.* from repeats
    union all
    select 'country', country, repeats.* from repeats
    union all
    select 'visitor', visitor, repeats.* from repeats
    union all
    select 'segment', segment, repeats.* from repeats

),

people as (

    select
        doubtful.span,
        doubtful.dimension,
        doubtful.value,
        count(distinct valued.repeat_user_number) as users
    from doubtful
    inner join valued
        on valued.dimension = doubtful.dimension
        and valued.value = doubtful.value
        and valued.event_date between doubtful.first_date and doubtful.last_date
    where doubtful.filter_dimension is null or doubtful.filter_value = case doubtful.filter_dimension
        when 'device' then valued.device
        when 'browser' then valued.browser
        when 'source' then valued.source
        when 'campaign' then valued.campaign
        when 'country' then valued.country
        when 'visitor' then valued.visitor
        when 'segment' then valued.segment
    end
    group by doubtful.span, doubtful.dimension, doubtful.value

)

select doubtful.span, doubtful.dimension, doubtful.value
from doubtful
left join people
    on people.span = doubtful.span and people.dimension = doubtful.dimension and people.value = doubtful.value
where doubtful.lone_users + coalesce(people.users, 0) < (select minimum_group_size from thresholds)
