-- one row per ad and day with impressions, and per click, lead or order that an ad brought
with visits as (

    select
        visits.session_no,
        visits.user_no,
        cast(visits.started // 86400 as smallint) as day,
        visits.started,
        visits.carts + visits.items > 0 or demo.draw(visits.key, 'leaves an address') < 0.03 as is_lead,
        ways.ad_no
    from skeleton.visits
    inner join skeleton.ways on ways.way_no = visits.way_no
    where ways.ad_no is not null

),

clicks as (

    select ad_no, day, count(*) as clicks from visits group by all

),

interactions as (

    select
        ad_days.ad_no * 1000 + ad_days.day as interaction_no,
        1 as type_no,
        ad_days.ad_no,
        ad_days.day,
        demo.moment(ad_days.day * 86400) as occurred_at,
        -- nobody clicks on what was not shown
        greatest(ad_days.impressions, coalesce(clicks.clicks, 0)) as quantity,
        cast(null as bigint) as session_no,
        cast(null as integer) as user_no
    from skeleton.ad_days
    left join clicks on clicks.ad_no = ad_days.ad_no and clicks.day = ad_days.day

    union all

    select 1000000 + session_no * 4 + 2, 2, ad_no, day, demo.moment(started), 1, session_no, user_no
    from visits

    union all

    select 1000000 + session_no * 4 + 3, 3, ad_no, day, demo.moment(started + 10), 1, session_no, user_no
    from visits
    where is_lead

    union all

    select
        1000000 + order_lines.session_no * 4,
        4,
        ways.ad_no,
        visits.day,
        order_lines.ordered_at,
        1,
        order_lines.session_no,
        order_lines.user_no
    from skeleton.order_lines
    inner join skeleton.ways on ways.way_no = order_lines.way_no
    inner join visits on visits.session_no = order_lines.session_no
    where order_lines.item = 0

)

select
    cast(interaction_no as varchar) as interaction_id,
    ads.ad_id,
    ad_days.pricing_id,
    list_value('impression', 'click', 'lead', 'order')[type_no] as interaction_type,
    occurred_at,
    cast(quantity as integer) as quantity,
    cast(case
        when type_no = 1 and ads.pricing_model = 'CPM' then quantity * prices.cpm / 1000
        when type_no = 2 and ads.pricing_model = 'CPC' then prices.cpc
        else 0
    end as decimal(12, 2)) as cost,
    case when session_no is not null then demo.session_id(session_no) end as session_id,
    case when user_no is not null then demo.user_id(user_no) end as user_id,
    case when type_no = 4 then demo.order_id(session_no) end as order_id
from interactions
inner join skeleton.ads on ads.ad_no = interactions.ad_no
inner join skeleton.ad_days on ad_days.ad_no = interactions.ad_no and ad_days.day = interactions.day
inner join skeleton.prices on prices.pricing_id = ad_days.pricing_id
order by occurred_at, interaction_no
