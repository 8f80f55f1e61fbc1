-- one row per span of days, dimension and value that fewer people share than are published: they become Other
with thresholds as (

    select minimum_group_size from settings.thresholds

),

doubtful as (

    select span, dimension, value, sum(lone_users) as lone_users
    from analysis.span_reach
    group by span, dimension, value
    having sum(lone_users) + bit_count(bit_or(user_bits) & 4611686018427387903) < (select minimum_group_size from thresholds)

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
    inner join analysis.spans as spans on spans.span = doubtful.span
    inner join valued
        on valued.dimension = doubtful.dimension
        and valued.value = doubtful.value
        and valued.event_date between spans.first_date and spans.last_date
    where spans.dimension is null or spans.value = case spans.dimension
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
