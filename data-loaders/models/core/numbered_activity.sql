-- one row of core.activity, with numbers for it and for its user
-- view
select
    activity.*,
    -- DuckDB's number of a row in its table
    rowid as activity_number,
    -- of its session: the same for a session's only activity, else the session's own number, beyond all of those or below zero
    case
        when not has_session then null
        when repeat_session_number > 0 then 4503599627370496 + repeat_session_number
        else coalesce(repeat_session_number, rowid)
    end as session_key,
    -- to look its user up by: the same for the only activity of a user, the user's own number below zero for one of several
    coalesce(-repeat_user_number, rowid) as user_key
from core.activity as activity
