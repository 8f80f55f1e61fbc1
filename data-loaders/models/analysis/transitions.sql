-- one row per step from a channel (null: the start of a path) to the next one, to an order, or to an end without one (both null): how many paths take it
with choices as (

    select most_channels from settings.attribution

),

-- the rarest channels are one state, so that the chain stays small
states as (

    select channel, least(number, most_channels + 1) as state from analysis.channels cross join choices

),

-- a path to an order per order
to_orders as (

    select
        states.state as from_state,
        lag(states.state) over (partition by touches.purchase_key order by touches.place) as before_state,
        touches.place,
        touches.touches,
        touches.orders as paths
    from analysis.touches as touches
    inner join states on states.channel = touches.channel
    where touches.orders > 0

),

-- a path to nothing per person, of all sessions that are on no way to a purchase
to_nothing as (

    select
        states.state as from_state,
        lag(states.state) over (partition by sessions.user_key order by sessions.place) as before_state,
        lead(sessions.place) over (partition by sessions.user_key order by sessions.place) as next_place
    from analysis.ordered_sessions as sessions
    inner join states on states.channel = sessions.channel
    where sessions.session_key not in (select session_key from analysis.touches)

),

single as (

    select states.state, count(*) as paths
    from core.sessions as sessions
    inner join states on states.channel = coalesce(sessions.source, 'Unknown')
    where sessions.repeat_user_number is null
        and sessions.purchases = 0
    group by states.state

),

steps as (

    select before_state as from_state, from_state as to_state, false as is_order, paths from to_orders
    union all
    select from_state, null, true, paths from to_orders where place = touches
    union all
    select before_state, from_state, false, 1 from to_nothing
    union all
    select from_state, null, false, 1 from to_nothing where next_place is null
    union all
    select null, state, false, paths from single
    union all
    select state, null, false, paths from single

)

select
    from_state,
    to_state,
    is_order,
    cast(sum(paths) as bigint) as paths
from steps
group by from_state, to_state, is_order
