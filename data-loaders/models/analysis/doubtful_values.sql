-- one row per span of days, dimension and value that fewer people may share than are published: at least as many have no other session, or differ in their bits
with groups as (

    select span, dimension, value, sum(lone_users) as lone_users
    from analysis.span_reach
    group by span, dimension, value
    having sum(lone_users) + bit_count(bit_or(user_bits) & 4611686018427387903)
        < (select minimum_group_size from settings.thresholds)

)

select
    groups.span,
    groups.dimension,
    groups.value,
    groups.lone_users,
    spans.first_date,
    spans.last_date,
    spans.dimension as filter_dimension,
    spans.value as filter_value
from groups
inner join analysis.spans as spans on spans.span = groups.span
