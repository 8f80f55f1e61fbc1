-- one row of core.activity, with numbers for it and for its user
-- view
select
    activity.*,
    -- DuckDB's number of a row in its table
    rowid as activity_number,
    -- to look its user up by: the same for the only activity of a user, the user's own number below zero for one of several
    coalesce(-repeat_user_number, rowid) as user_key
from core.activity as activity
