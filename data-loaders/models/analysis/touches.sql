-- one row per session on the way to a purchase: that of the purchase, and those of its user that began within the lookback before it; of a purchase outside sessions, itself
with columns as (

    select
        bool_or(is_present) filter (where column_name = 'source') as has_source,
        bool_or(is_present) filter (where column_name = 'campaign') as has_campaign
    from core.columns

),

choices as (

    select
        lookback_days * interval '1' day as lookback,
        longest_path
    from settings.attribution

),

-- only the sessions of a block and of the one before it can be on the way: what thousands share one user id for would
-- otherwise be compared with all else that happened under it
blocks as (

    select sessions.*, place // longest_path as block from analysis.ordered_sessions as sessions cross join choices

    union all

    select sessions.*, place // longest_path + 1 from analysis.ordered_sessions as sessions cross join choices

),

purchases as (

    select
        session_key as purchase_key,
        user_key,
        started_at as purchase_session_at,
        place as last_place,
        place // longest_path as block,
        orders,
        revenue
    from analysis.ordered_sessions
    cross join choices
    where purchases > 0

),

repeated as (

    select
        purchases.purchase_key,
        blocks.session_key,
        blocks.channel,
        blocks.campaign,
        extract(epoch from purchases.purchase_session_at - blocks.started_at) / 86400.0 as days_before,
        purchases.last_place - blocks.place as sessions_after,
        purchases.orders,
        purchases.revenue
    from purchases
    cross join choices
    inner join blocks
        on blocks.user_key = purchases.user_key
        and blocks.block = purchases.block
    where blocks.place between purchases.last_place - choices.longest_path + 1 and purchases.last_place
        and blocks.started_at >= purchases.purchase_session_at - choices.lookback

),

-- there is nothing before the only session of a person
single as (

    select session_key as purchase_key, coalesce(source, 'Unknown') as channel, campaign, orders, revenue
    from core.sessions
    where repeat_user_number is null and purchases > 0

    union all

    -- nothing is known of what led to events without a session
    select activity_number, 'Unknown', null, orders, revenue
    from core.numbered_activity
    where not has_session and purchases > 0

),

touches as (

    select purchase_key, session_key, channel, campaign, days_before, sessions_after, orders, revenue from repeated

    union all

    select purchase_key, purchase_key, channel, campaign, 0, 0, orders, revenue
    from single
    cross join columns
    where columns.has_source or columns.has_campaign

)

select
    touches.purchase_key,
    touches.session_key,
    count(*) over (partition by touches.purchase_key) - touches.sessions_after as place,
    count(*) over (partition by touches.purchase_key) as touches,
    touches.channel,
    touches.campaign,
    -- who comes without a trace of what brought them; without sources, a campaign is all there is to know
    case when columns.has_source then lower(touches.channel) in ('direct', '(direct)', 'none', 'unknown')
        else touches.campaign is null
    end as is_direct,
    cast(touches.days_before as double) as days_before,
    -- of the purchase's session
    touches.orders,
    touches.revenue
from touches
cross join columns
