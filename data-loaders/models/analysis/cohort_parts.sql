-- one row per kind of cohort (first_visit, first_purchase), kind of period (month, week), cohort, period, device, source and cluster: what its users, none of whom is in another row of the period, did in it
with placed_users as (

    select * from analysis.placed_users

),

lone_users as (

    select * from analysis.lone_users

),

user_periods as (

    select
        'month' as period_kind,
        repeat_user_number,
        cast(date_trunc('month', event_date) as date) as period_start,
        sum(purchases) as purchases,
        sum(orders) as orders,
        sum(revenue) as revenue
    from core.user_days
    group by repeat_user_number, cast(date_trunc('month', event_date) as date)

    union all

    select
        'week',
        repeat_user_number,
        cast(date_trunc('week', event_date) as date),
        sum(purchases),
        sum(orders),
        sum(revenue)
    from core.user_days
    group by repeat_user_number, cast(date_trunc('week', event_date) as date)

),

members as (

    select 'first_visit' as cohort_kind, first_visit_on as joined_on, placed_users.* from placed_users

    union all

    select 'first_purchase', first_purchase_on, placed_users.* from placed_users where first_purchase_on is not null

),

memberships as (

    select
        cohort_kind,
        'month' as period_kind,
        repeat_user_number,
        device,
        source,
        cluster,
        cast(date_trunc('month', joined_on) as date) as cohort,
        cast(date_trunc('month', last_visit_on) as date) as last_period,
        cast(date_trunc('month', first_purchase_on) as date) as purchase_period
    from members

    union all

    select
        cohort_kind,
        'week',
        repeat_user_number,
        device,
        source,
        cluster,
        cast(date_trunc('week', joined_on) as date),
        cast(date_trunc('week', last_visit_on) as date),
        cast(date_trunc('week', first_purchase_on) as date)
    from members

),

lone_members as (

    select 'first_visit' as cohort_kind, device, source, cluster, event_date, users, purchasers, orders, revenue
    from lone_users

    union all

    select 'first_purchase', device, source, cluster, event_date, purchasers, purchasers, orders, revenue
    from lone_users
    where purchasers > 0

),

lone_memberships as (

    select 'month' as period_kind, cast(date_trunc('month', event_date) as date) as cohort, lone_members.* from lone_members

    union all

    select 'week', cast(date_trunc('week', event_date) as date), lone_members.* from lone_members

)

select
    memberships.cohort_kind,
    memberships.period_kind,
    memberships.cohort,
    user_periods.period_start,
    memberships.device,
    memberships.source,
    memberships.cluster,
    count(*) as retained,
    -- who never comes again
    count(*) filter (where user_periods.period_start = memberships.last_period) as leaving,
    count(*) filter (where user_periods.purchases > 0) as purchasers,
    count(*) filter (where user_periods.period_start = memberships.purchase_period) as first_purchasers,
    sum(user_periods.orders) as orders,
    sum(user_periods.revenue) as revenue
from memberships
inner join user_periods
    on user_periods.period_kind = memberships.period_kind
    and user_periods.repeat_user_number = memberships.repeat_user_number
    and user_periods.period_start >= memberships.cohort
group by
    memberships.cohort_kind, memberships.period_kind, memberships.cohort, user_periods.period_start, memberships.device,
    memberships.source, memberships.cluster

union all

select
    cohort_kind,
    period_kind,
    cohort,
    cohort as period_start,
    device,
    source,
    cluster,
    sum(users) as retained,
    sum(users) as leaving,
    sum(purchasers) as purchasers,
    sum(purchasers) as first_purchasers,
    sum(orders) as orders,
    sum(revenue) as revenue
from lone_memberships
group by cohort_kind, period_kind, cohort, device, source, cluster
