-- one row per span of days, dimension of sessions, value and set of stages reached: the sessions that are alike in them
with spans as (

    select * from analysis.spans

),

filtered_spans as (

    select * from spans where dimension is not null

),

-- spans that are about some of the sessions need the cells, the others only what these add up to by day
cells as (

    select spans.span, cells.*, segments.segment
    from analysis.session_cells as cells
    inner join filtered_spans as spans on cells.event_date between spans.first_date and spans.last_date
    inner join segmentation.segments as segments on segments.cluster = cells.cluster
    where spans.value = case spans.dimension
        when 'device' then cells.device
        when 'browser' then cells.browser
        when 'source' then cells.source
        when 'campaign' then cells.campaign
        when 'country' then cells.country
        when 'visitor' then cells.visitor
        when 'segment' then segments.segment
    end

),

grouped as (

    select
        span,
        case
            when grouping(device) = 0 then 'device'
            when grouping(browser) = 0 then 'browser'
            when grouping(source) = 0 then 'source'
            when grouping(campaign) = 0 then 'campaign'
            when grouping(country) = 0 then 'country'
            when grouping(visitor) = 0 then 'visitor'
            else 'segment'
        end as dimension,
        coalesce(device, browser, source, campaign, country, visitor, segment) as value,
        reached_stages,
        cast(sum(lone_users) as bigint) as lone_users,
        bit_or(user_bits) as user_bits,
        cast(sum(sessions) as bigint) as sessions,
        cast(sum(purchasing_sessions) as bigint) as purchasing_sessions,
        cast(sum(views) as bigint) as views,
        cast(sum(orders) as bigint) as orders,
        sum(revenue) as revenue,
        cast(sum(squared_views) as bigint) as squared_views,
        cast(sum(squared_orders) as bigint) as squared_orders,
        sum(squared_revenue) as squared_revenue
    from cells
    group by grouping sets (
        (span, reached_stages, device),
        (span, reached_stages, browser),
        (span, reached_stages, source),
        (span, reached_stages, campaign),
        (span, reached_stages, country),
        (span, reached_stages, visitor),
        (span, reached_stages, segment)
    )

),

of_some as (

    select grouped.*
    from grouped
    left join core.columns as columns on columns.column_name = grouped.dimension
    where grouped.dimension in ('visitor', 'segment') or columns.is_present

),

of_all as (

    select
        spans.span,
        days.dimension,
        days.value,
        days.reached_stages,
        cast(sum(days.lone_users) as bigint) as lone_users,
        bit_or(days.user_bits) as user_bits,
        cast(sum(days.sessions) as bigint) as sessions,
        cast(sum(days.purchasing_sessions) as bigint) as purchasing_sessions,
        cast(sum(days.views) as bigint) as views,
        cast(sum(days.orders) as bigint) as orders,
        sum(days.revenue) as revenue,
        cast(sum(days.squared_views) as bigint) as squared_views,
        cast(sum(days.squared_orders) as bigint) as squared_orders,
        sum(days.squared_revenue) as squared_revenue
    from analysis.day_reach as days
    inner join spans on days.event_date between spans.first_date and spans.last_date
    where spans.dimension is null
    group by spans.span, days.dimension, days.value, days.reached_stages

)

select * from of_all
union all
select * from of_some
