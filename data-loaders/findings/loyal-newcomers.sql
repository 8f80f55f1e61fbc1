-- the channel and month whose first visitors come back a month or two later most surely more than all others
with cells as (

    select * from marts.cohort_retention
    where cohort_kind = 'first_visit' and period_kind = 'month' and period in (1, 2) and is_complete

),

ranked as (

    select
        cells.value as channel,
        strftime(cells.cohort, '%Y-%m') as cohort,
        cells.period,
        cells.users,
        cells.retained,
        cells.retention_rate,
        cells.retention_low,
        cells.retention_high,
        everybody.retention_rate as usual_rate,
        everybody.retention_high as usual_high,
        row_number() over (order by cells.retention_low - everybody.retention_high desc, cells.value, cells.cohort, cells.period) as place
    from cells
    inner join cells as everybody
        on everybody.dimension = 'all'
        and everybody.cohort = cells.cohort
        and everybody.period = cells.period
    where cells.dimension = 'source' and cells.has_enough_users and cells.retained is not null

)

select * from ranked where place = 1
