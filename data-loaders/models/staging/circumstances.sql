-- one row per user, session (null where an event has none) and hour in a file in which something is known of device, browser, source, campaign or country: what was known first
with events as (

    select
        clean_events.*,
        session_starts.session_number,
        cast(floor(extract(epoch from clean_events.event_at)) as bigint) as event_second
    from staging.clean_events as clean_events
    left join staging.session_starts as session_starts
        on session_starts.user_id = clean_events.user_id
        and session_starts.event_at = clean_events.event_at
    where coalesce(device, browser, source, campaign, country) is not null

),

dimension_values as (

    select * from staging.dimension_values

),

labels as (

    select distinct dimension, number, label from dimension_values

),

-- seconds, then the value's number in the lowest 20 bits, so that the smallest is the earliest, whatever the order of the
-- file
firsts as (

    select
        events.user_id,
        events.user_session,
        events.session_number,
        date_trunc('hour', events.event_at) as hour_at,
        min(events.event_second * 1048576 + device.number) as first_device,
        min(events.event_second * 1048576 + browser.number) as first_browser,
        min(events.event_second * 1048576 + source.number) as first_source,
        min(events.event_second * 1048576 + campaign.number) as first_campaign,
        min(events.event_second * 1048576 + country.number) as first_country
    from events
    left join dimension_values as device on device.dimension = 'device' and device.value = events.device
    left join dimension_values as browser on browser.dimension = 'browser' and browser.value = events.browser
    left join dimension_values as source on source.dimension = 'source' and source.value = events.source
    left join dimension_values as campaign on campaign.dimension = 'campaign' and campaign.value = events.campaign
    left join dimension_values as country on country.dimension = 'country' and country.value = events.country
    group by events.user_id, events.user_session, events.session_number, date_trunc('hour', events.event_at)

)

select
    firsts.user_id,
    firsts.user_session,
    firsts.session_number,
    firsts.hour_at,
    device.label as device,
    browser.label as browser,
    source.label as source,
    campaign.label as campaign,
    country.label as country,
    -- in seconds since 1970, for sessions that go on in another row
    firsts.first_device // 1048576 as device_second,
    firsts.first_browser // 1048576 as browser_second,
    firsts.first_source // 1048576 as source_second,
    firsts.first_campaign // 1048576 as campaign_second,
    firsts.first_country // 1048576 as country_second
from firsts
left join labels as device on device.dimension = 'device' and device.number = firsts.first_device % 1048576
left join labels as browser on browser.dimension = 'browser' and browser.number = firsts.first_browser % 1048576
left join labels as source on source.dimension = 'source' and source.number = firsts.first_source % 1048576
left join labels as campaign on campaign.dimension = 'campaign' and campaign.number = firsts.first_campaign % 1048576
left join labels as country on country.dimension = 'country' and country.number = firsts.first_country % 1048576
