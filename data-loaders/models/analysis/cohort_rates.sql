-- one row per rate of users of a cohort one, two or three periods later, metric (retention, conversion), dimension and value that is published: of how many, and how many did; without cohorts whose users may have come before the data begins
with cells as (

    select * from analysis.published_cohort_cells
    where is_complete and period between 1 and 3 and not may_have_come_before

)

select
    cohort_kind,
    period_kind,
    dimension,
    value,
    cast(cohort as varchar) as cohort,
    period,
    'retention' as metric,
    users as trials,
    retained as successes
from cells
where not is_retained_hidden

union all

select
    cohort_kind,
    period_kind,
    dimension,
    value,
    cast(cohort as varchar),
    period,
    'conversion',
    users,
    purchasers
from cells
where not is_purchasers_hidden
