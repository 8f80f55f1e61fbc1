-- one row per session with several activities: whose it is, in what circumstances, and what happened in it
with activity as (

    select
        activity.*,
        lpad(cast(activity.first_category // 1048576 as varchar), 10, '0') || labels.label as category
    from core.numbered_activity as activity
    left join core.category_labels as labels
        on labels.file = activity.file
        and labels.number = activity.first_category % 1048576
    where activity.repeat_session_number is not null

),

totals as (

    select
        repeat_session_number,
        max(session_key) as session_key,
        -- a session that users share goes to one of them
        min(user_id) as user_id,
        count(distinct user_id) as users,
        min(first_event_at) as started_at,
        max(last_event_at) as ended_at,
        cast(sum(events) as integer) as events,
        cast(sum(views) as integer) as views,
        cast(sum(carts) as integer) as carts,
        cast(sum(purchases) as integer) as purchases,
        cast(sum(orders) as integer) as orders,
        sum(revenue) as revenue,
        bit_or(reached_stages) as reached_stages,
        -- after ten digits of seconds
        substr(min(device), 11) as device,
        substr(min(browser), 11) as browser,
        substr(min(source), 11) as source,
        substr(min(campaign), 11) as campaign,
        substr(min(country), 11) as country,
        substr(min(category), 11) as category
    from activity
    group by repeat_session_number

),

owners as (

    select
        totals.repeat_session_number,
        max(activity.repeat_user_number) as repeat_user_number,
        max(activity.user_key) as user_key,
        min(activity.user_first_event_at) as user_first_event_at
    from totals
    inner join activity
        on activity.repeat_session_number = totals.repeat_session_number
        and activity.user_id = totals.user_id
    group by totals.repeat_session_number

)

select
    totals.*,
    owners.repeat_user_number,
    owners.user_key,
    owners.user_first_event_at
from totals
inner join owners on owners.repeat_session_number = totals.repeat_session_number
