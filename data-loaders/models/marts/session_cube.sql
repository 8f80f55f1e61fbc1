-- one row per day, device, browser, source, campaign, country, visitor (new or returning) and segment: its sessions, and how far they came
with columns as (

    select
        bool_or(is_present) filter (where column_name = 'device') as has_device,
        bool_or(is_present) filter (where column_name = 'browser') as has_browser,
        bool_or(is_present) filter (where column_name = 'source') as has_source,
        bool_or(is_present) filter (where column_name = 'campaign') as has_campaign,
        bool_or(is_present) filter (where column_name = 'country') as has_country
    from core.columns

),

cells as (

    select
        event_date,
        device,
        browser,
        source,
        campaign,
        country,
        visitor,
        cluster,
        sum(lone_users) as lone_users,
        bit_or(user_bits) as user_bits,
        sum(sessions) as sessions,
        sum(home_sessions) as home_sessions,
        sum(viewing_sessions) as viewing_sessions,
        sum(carting_sessions) as carting_sessions,
        sum(checkout_sessions) as checkout_sessions,
        sum(purchasing_sessions) as purchasing_sessions,
        sum(events) as events,
        sum(views) as views,
        sum(carts) as carts,
        sum(purchases) as purchases,
        sum(orders) as orders,
        sum(revenue) as revenue
    from analysis.session_cells
    group by event_date, device, browser, source, campaign, country, visitor, cluster

),

-- the cells that may have too few people; cells that are the same but for the dimensions up to one are in one group of it
doubtful_cells as (

    select
        event_date,
        device,
        browser,
        source,
        campaign,
        country,
        visitor,
        cluster,
        lone_users,
        row_number() over (order by event_date, device, browser, source, campaign, country, visitor, cluster) as cell,
        dense_rank() over (order by event_date, visitor, cluster, device, source, browser, campaign) as country_group,
        dense_rank() over (order by event_date, visitor, cluster, device, source, browser) as campaign_group,
        dense_rank() over (order by event_date, visitor, cluster, device, source) as browser_group,
        dense_rank() over (order by event_date, visitor, cluster, device) as source_group,
        dense_rank() over (order by event_date, visitor, cluster) as device_group,
        dense_rank() over (order by event_date, visitor) as segment_group
    from cells
    where lone_users + bit_count(user_bits & 4611686018427387903) < (select minimum_group_size from settings.thresholds)

),

members as (

    select
        cells.cell,
        cells.country_group,
        cells.campaign_group,
        cells.browser_group,
        cells.source_group,
        cells.device_group,
        cells.segment_group,
        cells.lone_users,
        cast(null as bigint) as repeat_user_number
    from doubtful_cells as cells

    union all

    select distinct
        cells.cell,
        cells.country_group,
        cells.campaign_group,
        cells.browser_group,
        cells.source_group,
        cells.device_group,
        cells.segment_group,
        0,
        sessions.repeat_user_number
    from doubtful_cells as cells
    inner join analysis.placed_sessions as sessions
        on sessions.event_date = cells.event_date
        and sessions.device = cells.device
        and sessions.browser = cells.browser
        and sessions.source = cells.source
        and sessions.campaign = cells.campaign
        and sessions.country = cells.country
        and sessions.visitor = cells.visitor
        and sessions.cluster = cells.cluster
    where sessions.repeat_user_number is not null

),

-- What is known of too few people is made coarser, one dimension after the other, until there are enough of them.
too_few as (

    select * from members
    where cell in (
        select cell from members group by cell having sum(lone_users) + count(distinct repeat_user_number) < (select minimum_group_size from settings.thresholds)
    )

),

too_few_without_country as (

    select * from too_few
    where country_group in (
        select country_group from too_few group by country_group having sum(lone_users) + count(distinct repeat_user_number) < (select minimum_group_size from settings.thresholds)
    )

),

too_few_without_campaign as (

    select * from too_few_without_country
    where campaign_group in (
        select campaign_group from too_few_without_country group by campaign_group having sum(lone_users) + count(distinct repeat_user_number) < (select minimum_group_size from settings.thresholds)
    )

),

too_few_without_browser as (

    select * from too_few_without_campaign
    where browser_group in (
        select browser_group from too_few_without_campaign group by browser_group having sum(lone_users) + count(distinct repeat_user_number) < (select minimum_group_size from settings.thresholds)
    )

),

too_few_without_source as (

    select * from too_few_without_browser
    where source_group in (
        select source_group from too_few_without_browser group by source_group having sum(lone_users) + count(distinct repeat_user_number) < (select minimum_group_size from settings.thresholds)
    )

),

too_few_without_device as (

    select * from too_few_without_source
    where device_group in (
        select device_group from too_few_without_source group by device_group having sum(lone_users) + count(distinct repeat_user_number) < (select minimum_group_size from settings.thresholds)
    )

),

too_few_without_segment as (

    select * from too_few_without_device
    where segment_group in (
        select segment_group from too_few_without_device group by segment_group having sum(lone_users) + count(distinct repeat_user_number) < (select minimum_group_size from settings.thresholds)
    )

),

steps as (

    select distinct cell, 1 as step from too_few
    union all
    select distinct cell, 2 from too_few_without_country
    union all
    select distinct cell, 3 from too_few_without_campaign
    union all
    select distinct cell, 4 from too_few_without_browser
    union all
    select distinct cell, 5 from too_few_without_source
    union all
    select distinct cell, 6 from too_few_without_device
    union all
    select distinct cell, 7 from too_few_without_segment

),

folds as (

    select cell, max(step) as folded from steps group by cell

),

published as (

    select
        cells.event_date,
        case when not has_device then null when folded >= 5 then 'Other' else cells.device end as device,
        case when not has_browser then null when folded >= 3 then 'Other' else cells.browser end as browser,
        case when not has_source then null when folded >= 4 then 'Other' else cells.source end as source,
        case when not has_campaign then null when folded >= 2 then 'Other' else cells.campaign end as campaign,
        case when not has_country then null when folded >= 1 then 'Other' else cells.country end as country,
        case when folded >= 7 then 'Other' else cells.visitor end as visitor,
        case when folded >= 6 then 'Other' else segments.segment end as segment,
        cells.sessions,
        cells.home_sessions,
        cells.viewing_sessions,
        cells.carting_sessions,
        cells.checkout_sessions,
        cells.purchasing_sessions,
        cells.events,
        cells.views,
        cells.carts,
        cells.purchases,
        cells.orders,
        cells.revenue
    from cells
    cross join columns
    left join segmentation.segments as segments on segments.cluster = cells.cluster
    left join doubtful_cells
        on doubtful_cells.event_date = cells.event_date
        and doubtful_cells.device = cells.device
        and doubtful_cells.browser = cells.browser
        and doubtful_cells.source = cells.source
        and doubtful_cells.campaign = cells.campaign
        and doubtful_cells.country = cells.country
        and doubtful_cells.visitor = cells.visitor
        and doubtful_cells.cluster = cells.cluster
    left join folds on folds.cell = doubtful_cells.cell

)

select
    event_date,
    device,
    browser,
    source,
    campaign,
    country,
    visitor,
    segment,
    cast(sum(sessions) as bigint) as sessions,
    cast(sum(home_sessions) as bigint) as home_sessions,
    cast(sum(viewing_sessions) as bigint) as viewing_sessions,
    cast(sum(carting_sessions) as bigint) as carting_sessions,
    cast(sum(checkout_sessions) as bigint) as checkout_sessions,
    cast(sum(purchasing_sessions) as bigint) as purchasing_sessions,
    cast(sum(events) as bigint) as events,
    cast(sum(views) as bigint) as views,
    cast(sum(carts) as bigint) as carts,
    cast(sum(purchases) as bigint) as purchases,
    cast(sum(orders) as bigint) as orders,
    coalesce(cast(sum(revenue) as double), 0) as revenue
from published
group by event_date, device, browser, source, campaign, country, visitor, segment
order by event_date, device, browser, source, campaign, country, visitor, segment
