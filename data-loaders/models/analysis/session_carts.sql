-- one row per product that was put into the cart last during a published session of its user, and left behind in it
with sessions as (

    select
        -- DuckDB's number of a row in its table, as marts.sessions numbers them
        rowid + 1 as session_number,
        user_id,
        started_at,
        ended_at
    from core.published_sessions
    where carts > 0

),

followed as (

    select
        sessions.*,
        max(ended_at) over (
            partition by user_id
            order by started_at, ended_at, session_number
            rows between unbounded preceding and 1 preceding
        ) as ended_before
    from sessions

),

-- the others hold no moment that a session which began before does not hold
outlasting as (

    select
        session_number,
        user_id,
        started_at,
        ended_at
    from followed
    where ended_before is null or ended_at > ended_before

)

-- Of the sessions that hold the moment, the one that began first: of those that outlast all before, the first to end after it.
select
    sessions.session_number,
    products.brand,
    products.cart_value
from core.carts_left_behind as products
asof inner join outlasting as sessions
    on sessions.user_id = products.user_id
    and sessions.ended_at >= products.last_cart_at
where sessions.started_at <= products.last_cart_at
