-- one row per dimension and value whose days are watched: the twelve largest of those with enough sessions
with days as (

    select min(event_date) as first_date, max(event_date) as last_date, count(*) as days from analysis.watched_days

),

cells as (

    select
        cells.dimension,
        cells.value,
        sum(cells.sessions) as sessions,
        sum(cells.lone_users) as lone_users
    from analysis.value_cells as cells
    inner join days on cells.event_date between days.first_date and days.last_date
    group by cells.dimension, cells.value

),

returning_users as (

    select
        users.dimension,
        users.value,
        count(distinct users.repeat_user_number) as users
    from analysis.returning_users as users
    inner join days on users.event_date between days.first_date and days.last_date
    group by users.dimension, users.value

),

-- Three sessions a day make twenty a week: fewer would show nothing but that all of them are gone. What is less than one session
-- in fifty matters little to the shop, and every series more makes the others less sure.
enough as (

    select
        cells.dimension,
        cells.value,
        row_number() over (partition by cells.dimension order by cells.sessions desc, cells.value) as place
    from cells
    cross join days
    inner join cells as whole on whole.dimension = 'all'
    left join returning_users on returning_users.dimension = cells.dimension and returning_users.value = cells.value
    where
        cells.dimension <> 'all'
        and cells.sessions >= 3 * days.days
        and cells.sessions >= 100
        and cells.sessions >= 0.02 * whole.sessions
        and cells.lone_users + coalesce(returning_users.users, 0)
            >= (select minimum_group_size from settings.thresholds)

)

select dimension, value from enough where place <= 12

union all

select 'all', null
