-- one row per day, device and source of the first session (Unknown where it says none), and cluster: the users with one activity, who need not be told apart
with activity as (

    select * from core.numbered_activity where repeat_user_number is null

),

-- sessions with several activities, of which this user has one
shared_sessions as (

    select user_key, device, source from core.session_totals where repeat_user_number is null

),

users as (

    select
        activity.user_key,
        activity.event_date,
        case when activity.repeat_session_number is not null then shared_sessions.device
            when activity.has_session then activity.device
        end as device,
        case when activity.repeat_session_number is not null then shared_sessions.source
            when activity.has_session then activity.source
        end as source,
        activity.purchases,
        activity.orders,
        activity.revenue
    from activity
    left join shared_sessions on shared_sessions.user_key = activity.user_key

)

select
    users.event_date,
    coalesce(users.device, 'Unknown') as device,
    coalesce(users.source, 'Unknown') as source,
    labels.cluster,
    count(*) as users,
    count(*) filter (where users.purchases > 0) as purchasers,
    count(*) filter (where users.orders > 1) as repeat_purchasers,
    cast(sum(users.orders) as bigint) as orders,
    sum(users.revenue) as revenue
from users
left join segmentation.labels as labels on labels.user_key = users.user_key
group by users.event_date, coalesce(users.device, 'Unknown'), coalesce(users.source, 'Unknown'), labels.cluster
