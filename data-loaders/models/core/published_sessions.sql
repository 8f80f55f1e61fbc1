-- one row per session that is published: all of them, or those of a share of the users where there are too many
with share as (

    select least(1, cast(thresholds.maximum_sessions as double) / nullif(count(*), 0)) as share
    from core.sessions
    cross join settings.thresholds as thresholds
    group by thresholds.maximum_sessions

),

-- whole users, by DuckDB's own hash of what they are, which has nothing to do with what they did
published as (

    select
        sessions.session_key,
        sessions.user_id,
        sessions.repeat_user_number,
        sessions.user_key,
        sessions.user_first_event_at,
        sessions.started_at,
        sessions.ended_at,
        sessions.events,
        sessions.views,
        sessions.carts,
        sessions.purchases,
        sessions.orders,
        sessions.revenue,
        sessions.reached_stages,
        sessions.device,
        sessions.browser,
        sessions.source,
        sessions.campaign,
        sessions.country,
        coalesce(sessions.category, labels.label) as category,
        -- the same for sessions of which all that is known here is the same
        hash(
            sessions.user_id, ended_at, reached_stages, events, views, carts, purchases, revenue, device, browser, source, campaign,
            country, coalesce(sessions.category, labels.label)
        ) as likeness
    from core.sessions as sessions
    cross join share
    left join core.category_labels as labels
        on labels.file = sessions.category_file
        and labels.number = sessions.category_number
    where share.share = 1 or hash(sessions.user_id) % 1000003 < share.share * 1000003

)

select * from published
-- An order that hangs on moments and ids that are not published, and on nothing else. Rows that tie in a hash of all that is
-- known of them are alike; many columns to sort by take longer than the hash.
order by user_first_event_at, hash(user_id), started_at, likeness
