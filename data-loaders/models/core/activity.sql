-- one row per file, user, session (none where an event has none) and hour: what happened in it
with activity as (

    select activity.*, date_trunc('hour', first_event_at) as hour_at from staging.activity as activity

),

repeat_users as (

    select * from core.repeat_users

),

repeat_sessions as (

    select * from core.repeat_sessions

),

idle_sessions as (

    select * from core.idle_sessions

),

purchases as (

    select * from core.purchase_totals

),

circumstances as (

    select * from staging.circumstances

),

interests as (

    select * from core.interests

),

left_behind as (

    select user_id, try_cast(sum(cart_value) as decimal(18, 4)) as cart_value
    from core.carts_left_behind
    group by user_id

)

-- Most users and sessions have one activity. They are told apart without a number, so that only the others need to be
-- looked up and counted distinct.
select
    activity.user_id,
    -- null where this is all that the user did
    repeat_users.user_number as repeat_user_number,
    coalesce(repeat_users.first_event_at, activity.first_event_at) as user_first_event_at,
    activity.user_session is not null or activity.session_number is not null as has_session,
    -- null where this is all of the session; idle sessions are numbered below zero, within their user
    coalesce(
        repeat_sessions.session_number,
        -(repeat_users.user_number * 4194304 + idle_sessions.session_number)
    ) as repeat_session_number,
    cast(activity.hour_at as date) as event_date,
    extract(hour from activity.hour_at) as event_hour,
    activity.first_event_at,
    activity.last_event_at,
    activity.events,
    activity.homes,
    activity.views,
    activity.carts,
    activity.checkouts,
    coalesce(purchases.purchases, 0) as purchases,
    coalesce(purchases.orders, 0) as orders,
    purchases.revenue,
    activity.reached_stages,
    -- of the user: how many distinct ones
    coalesce(
        interests.brands,
        case when activity.lowest_brand_number < activity.highest_brand_number then 2
            when activity.lowest_brand_number is not null then 1
            else 0
        end
    ) as user_brands,
    coalesce(
        interests.categories,
        case when activity.lowest_category_number < activity.highest_category_number then 2
            when activity.lowest_category_number is not null then 1
            else 0
        end
    ) as user_categories,
    left_behind.cart_value as user_cart_value_left_behind,
    activity.priced_events,
    activity.prices,
    -- of sessions with several activities, after ten digits of seconds: the smallest is what was known first
    case when repeat_sessions.session_number is null and idle_sessions.session_number is null then circumstances.device
        else lpad(cast(circumstances.device_second as varchar), 10, '0') || circumstances.device
    end as device,
    case when repeat_sessions.session_number is null and idle_sessions.session_number is null then circumstances.browser
        else lpad(cast(circumstances.browser_second as varchar), 10, '0') || circumstances.browser
    end as browser,
    case when repeat_sessions.session_number is null and idle_sessions.session_number is null then circumstances.source
        else lpad(cast(circumstances.source_second as varchar), 10, '0') || circumstances.source
    end as source,
    case when repeat_sessions.session_number is null and idle_sessions.session_number is null then circumstances.campaign
        else lpad(cast(circumstances.campaign_second as varchar), 10, '0') || circumstances.campaign
    end as campaign,
    case when repeat_sessions.session_number is null and idle_sessions.session_number is null then circumstances.country
        else lpad(cast(circumstances.country_second as varchar), 10, '0') || circumstances.country
    end as country,
    -- its name is looked up where it is read, for fewer rows
    activity.file,
    activity.file_row_number as file_row,
    activity.first_category
from activity
left join repeat_users on repeat_users.user_id = activity.user_id
left join repeat_sessions on repeat_sessions.user_session = activity.user_session
left join idle_sessions
    on idle_sessions.user_id = activity.user_id
    and idle_sessions.first_event_at = activity.first_event_at
    and idle_sessions.last_event_at = activity.last_event_at
    and activity.session_number is not null
left join purchases
    on purchases.file = activity.file
    and purchases.user_id = activity.user_id
    and purchases.user_session is not distinct from activity.user_session
    and purchases.session_number is not distinct from activity.session_number
    and purchases.hour_at = activity.hour_at
left join circumstances
    on circumstances.file = activity.file
    and circumstances.user_id = activity.user_id
    and circumstances.user_session is not distinct from activity.user_session
    and circumstances.session_number is not distinct from activity.session_number
    and circumstances.hour_at = activity.hour_at
left join interests on interests.user_id = activity.user_id
left join left_behind on left_behind.user_id = activity.user_id
