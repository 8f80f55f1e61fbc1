-- one row per browser: the device that most of its sessions are on; none where the data does not say
with sessions as (

    select browser, device, sum(sessions) as sessions
    from analysis.session_cells
    group by browser, device

),

ranked as (

    select
        browser,
        device,
        row_number() over (partition by browser order by sessions desc, device) as place
    from sessions

)

select browser, device
from ranked
where place = 1 and (select is_present from core.columns where column_name = 'device')
