-- one row per day, dimension of sessions, value and set of stages reached: the sessions that are alike in them
with cells as (

    select cells.*, segments.segment
    from analysis.session_cells as cells
    inner join segmentation.segments as segments on segments.cluster = cells.cluster

),

grouped as (

    select
        event_date,
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
        (event_date, reached_stages, device),
        (event_date, reached_stages, browser),
        (event_date, reached_stages, source),
        (event_date, reached_stages, campaign),
        (event_date, reached_stages, country),
        (event_date, reached_stages, visitor),
        (event_date, reached_stages, segment)
    )

)

select grouped.*
from grouped
left join core.columns as columns on columns.column_name = grouped.dimension
where grouped.dimension in ('visitor', 'segment') or columns.is_present
