-- one row per stretch of days that changes set side by side, and one for all days (is_everything): of which sessions it holds those
with changes as (

    select * from analysis.changes

),

ends as (

    select before_from as first_date, before_to as last_date, dimension, value, false as is_everything from changes
    union
    select after_from, after_to, dimension, value, false from changes
    union
    select first_date, last_date, null, null, true from core.bounds

)

select
    row_number() over (order by is_everything, first_date, last_date, dimension, value) as span,
    first_date,
    last_date,
    dimension,
    value,
    is_everything
from ends
