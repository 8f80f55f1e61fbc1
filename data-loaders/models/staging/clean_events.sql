-- one row per good event, copies left out, with what it brought in
-- view
select
    read_events.*,
    case when event_type = 'purchase'
        then cast(cast(price as decimal(38, 4)) * coalesce(quantity, 1) as decimal(38, 4))
    end as revenue
from staging.read_events as read_events
left join staging.copies as copies on copies.file = read_events.file and copies.file_row = read_events.file_row
where reject_reason is null and copies.file_row is null
