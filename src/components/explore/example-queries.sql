-- One question to each table of the snapshots, for the page Explore. A query begins with its table and the question, and ends with a
-- semicolon. All of them run in the DuckDB of the build and in the older one of readers' browsers.

-- abandoned_brands: Which brands are left behind in carts, and what is it worth?
select
    brand, carts, users, value,
    value / carts as value_per_cart
from abandoned_brands
order by value desc
limit 20;

-- anomalies: What was odd, with the oddest first?
select
    metric, dimension, value, started_on, ended_on, observed,
    expected, score, explanation
from anomalies
where is_main
order by abs(score) desc
limit 20;

-- attribution: How do the models of attribution share out the orders?
select channel, model, orders, share
from attribution
order by channel, orders desc;

-- brands: Which brands bring in most, and how often are they bought when looked at?
select
    brand, revenue, revenue_share, views, purchases,
    purchase_rate
from brands
order by revenue desc
limit 20;

-- campaigns: What does an order by each campaign cost?
select
    campaign, source, sessions, orders, cost, cost_per_order,
    return_on_ad_spend
from campaigns
order by cost desc nulls last, sessions desc;

-- cart_returns: How many come back within a week for a cart they left behind?
select
    left_users, returned_users, return_rate, return_low,
    return_high
from cart_returns;

-- categories: Which categories bring in most?
select
    category_code, revenue, revenue_share, views, purchases,
    purchase_rate
from categories
order by revenue desc
limit 20;

-- category_lookup: Which missing names could be filled in, by the revenue behind them?
select
    attribute, value, sum(recoverable_events) as events,
    sum(recoverable_revenue) as revenue
from category_lookup
group by attribute, value
order by revenue desc nulls last
limit 20;

-- cleaning_audit: How many rows did each step of cleaning remove?
select step, rows_in, rows_removed, rows_out, share_removed
from cleaning_audit
order by position;

-- cohort_comparisons: Which groups of shoppers come back more often than the others?
select
    dimension, value, cohort_kind, period, users, rate,
    rest_rate, difference, corrected_p_value
from cohort_comparisons
where metric = 'retention'
    and compared_with = 'other_values'
    and not is_circular
order by corrected_p_value nulls last, abs(difference) desc
limit 20;

-- cohort_means: How many are still there some months after they first came?
select
    period, users, retention_rate, retention_or_later_rate,
    cumulative_revenue_per_user
from cohort_means
where cohort_kind = 'first_visit'
    and period_kind = 'month'
    and dimension = 'all'
order by may_have_come_before, period;

-- cohort_retention: How many of each month’s newcomers come back, by month?
select cohort, period, users, retained, retention_rate
from cohort_retention
where cohort_kind = 'first_visit'
    and period_kind = 'month'
    and dimension = 'all'
    and period > 0
order by cohort, period;

-- cohorts: How many of each month’s newcomers come back and buy?
select cohort, period, users, retained, purchasers, revenue
from cohorts
order by cohort, period;

-- column_checks: Which columns of the events are often empty?
select
    column_name, missing, rows, missing_share, lowest, highest
from column_checks
order by missing_share desc;

-- comparisons: Where do shoppers convert better or worse than the rest, beyond chance?
select
    metric, dimension, value, trials, rate, rest_rate,
    difference, corrected_p_value, verdict
from comparisons
where not is_circular
order by corrected_p_value nulls last, abs(difference) desc
limit 20;

-- daily: How do visits and orders move from day to day?
select
    event_date, sessions, orders, revenue,
    session_conversion_rate
from daily
order by event_date;

-- data_checks: What did the checks of the data find?
select check_name, affected, total, share, description
from data_checks
order by position;

-- drivers: What explains the changes that were found?
select
    metric, after_from, after_to, dimension, value, effect,
    share_of_change, corrected_p_value
from drivers
where is_main
order by after_from, metric, position
limit 50;

-- finding_evidence: What rows is each finding drawn from?
select finding, position, label, series, value, expected
from finding_evidence
order by finding, position
limit 100;

-- findings: What is most worth doing something about?
select claim, worth, action, value_at_stake, verdict
from findings
where holds
order by position;

-- funnel_breakdown: On which devices do shoppers go on to the next stage?
select
    value as device, stage, users, conversion_from_previous,
    conversion_low, conversion_high
from funnel_breakdown
where dimension = 'device' and funnel_order = 'any'
order by device, position;

-- funnel_definitions: How much does the way of counting change the funnel?
select
    unit, funnel_order, conversion_window, is_open, stage,
    members, conversion_from_previous
from funnel_definitions
where not is_product_held
order by definition, position;

-- funnel_events: How long do sessions take from the first look at a product to the purchase?
with moments as (
    select
        session_number,
        min(second) filter (where stage = 'view') as viewed,
        min(second) filter (where stage = 'purchase') as purchased
    from funnel_events
    inner join funnel_users using (position)
    group by session_number
)
select
    count(*) as sessions,
    median(purchased - viewed) as median_seconds,
    quantile_cont(purchased - viewed, 0.9) as nine_in_ten_below
from moments
where purchased >= viewed;

-- funnel_sessions: How many of all sessions reach each stage?
select
    stage,
    funnel_sessions.sessions,
    funnel_sessions.sessions / kpis.sessions as share_of_all
from funnel_sessions, kpis
order by position;

-- funnel_times: How long does it take from stage to stage?
select
    stage, users, lower_quartile_seconds, median_seconds,
    upper_quartile_seconds
from funnel_times
order by position;

-- funnel_trend: How does each step of the funnel change from week to week?
select
    period_start as week, stage, users,
    conversion_from_previous
from funnel_trend
where period_kind = 'week'
    and funnel_order = 'any'
    and is_complete
    and conversion_from_previous is not null
order by week, position;

-- funnel_users: How many people reach each stage, and how many go on to the next?
select
    stage, users, conversion_from_previous,
    drop_off_from_previous, share_of_first
from funnel_users
order by position;

-- hourly: At what time of the day do people visit and buy?
select
    event_hour, sum(sessions) as sessions,
    sum(orders) as orders,
    sum(orders) / sum(sessions) as orders_per_session
from hourly
group by event_hour
order by event_hour;

-- impact: Where is most money lost to conversion below that of others?
select
    stage_before, stage, dimension, value, lost_sessions,
    conversion, benchmark_conversion, recoverable_revenue
from impact
where is_actionable
order by recoverable_revenue desc nulls last
limit 20;

-- kpis: What are the report’s key figures?
select
    users, sessions, orders, revenue, average_order_value,
    user_conversion_rate, session_conversion_rate
from kpis;

-- low_conversion_products: Which products are looked at most and never bought?
select
    product_id, brand, category_code, views, recent_views,
    price, expected_revenue
from low_conversion_products
order by views desc
limit 20;

-- metric_days: What was to be expected of each day’s revenue, and what came?
select event_date, observed, expected, low, high, is_anomalous
from metric_days
where metric = 'revenue' and dimension = 'all'
order by event_date;

-- missing_attributes: How much revenue is behind events that do not name brand or category?
select
    attribute, events, share, revenue, revenue_share,
    recoverable_revenue
from missing_attributes
order by position;

-- ml_segments: What is each learned segment worth?
select
    segment, users, share, average_revenue, total_revenue,
    average_orders, conversion_rate
from ml_segments
order by position;

-- monthly: How do months compare?
select
    event_month, users, sessions, orders, revenue,
    session_conversion_rate, is_complete
from monthly
order by event_month;

-- own_segments: How large are the segments by the shop’s own rules?
select segment, rule, users, share, revenue, conversion_rate
from own_segments
order by position;

-- period_comparison: How do the last weeks compare with those before?
select
    started_on, ended_on, users, previous_users, orders,
    previous_orders, revenue, previous_revenue,
    revenue / nullif(previous_revenue, 0) - 1 as revenue_change
from period_comparison;

-- previous_segments: What were the segments of the snapshot before?
select distinct segment, position, users, share, last_event_at
from previous_segments
order by position;

-- product_alerts: Which products do many look at that nobody has bought for a month?
select
    product_id, brand, category_code, recent_views, views,
    purchases
from product_alerts
order by recent_views desc;

-- product_classes: How few products make up most of the revenue?
select class, products, revenue, revenue / sum(revenue) over () as share_of_revenue
from product_classes
order by class;

-- products: Which products sell best within their category?
select category_code, product_id, brand, revenue, purchases
from products
qualify row_number() over (
    partition by category_code
    order by revenue desc nulls last, product_id
) <= 3
order by category_code, revenue desc
limit 60;

-- recommendations: What to do next, and what is it worth?
select
    recommendation, effort, expected_revenue, expected_saving,
    expected_low, expected_high, measure
from recommendations
order by position;

-- rejected_events: Why were rows rejected?
select reason, rows, first_example
from rejected_events
order by rows desc, position;

-- revenue_concentration: How much of the revenue comes from the best buyers?
select buyer_share, buyers, revenue, revenue_share
from revenue_concentration
order by buyer_share;

-- rfm_scores: How do buyers spread over recency and frequency?
select
    recency_score, frequency_score, sum(users) as users,
    sum(revenue) as revenue
from rfm_scores
group by recency_score, frequency_score
order by recency_score desc, frequency_score desc;

-- rfm_segments: Which buyers are worth most, and when did they last buy?
select
    segment, users, revenue, average_revenue, average_orders,
    average_recency_days
from rfm_segments
order by position;

-- rule_segments: How large are the segments by simple rules, and what do they bring?
select segment, users, share, revenue
from rule_segments
order by position;

-- segment_crosswalk: How do the learned segments and the rules overlap?
select
    segment, rule_segment, users, share_of_segment,
    share_of_rule, is_counterpart
from segment_crosswalk
order by position, rule_position;

-- segment_drift: Have the segments moved since the snapshot before?
select
    segment, users, share, previous_share, share_change,
    centroid_movement
from segment_drift
order by position;

-- segment_features: What sets each learned segment apart?
select
    segment, label, unit, average, overall_average, coordinate
from segment_features
order by position, abs(coordinate) desc nulls last;

-- segment_quality: How many segments tell shoppers apart best?
select
    clusters, is_chosen, silhouette, stability_mean,
    explained_share, smallest_share, names
from segment_quality
order by clusters;

-- segment_recall: How well do learned segments find what the rules know?
select rule_segment, users, recall
from segment_recall
order by position;

-- session_carts: Which brands are left behind in most sessions?
select
    brand, count(*) as sessions, sum(products) as products,
    sum(value) as value
from session_carts
group by brand
order by value desc nulls last, brand
limit 20;

-- session_counts: On which devices are most sessions lost after each stage?
select
    stage, value as device, sessions, lost_sessions,
    lost_sessions / nullif(sessions, 0) as share_lost
from session_counts
where dimension = 'device' and lost_sessions is not null
order by position, share_lost desc;

-- session_cube: How many sessions of each week look, put into the cart and buy?
select
    date_trunc('week', event_date) as week,
    sum(sessions) as sessions,
    sum(viewing_sessions) as viewing,
    sum(carting_sessions) as carting,
    sum(purchasing_sessions) as buying
from session_cube
group by week
order by week;

-- session_dimensions: What can sessions be told apart by?
select dimension, value, sessions, users
from session_dimensions
order by dimension, sessions desc;

-- sessions: Which devices convert best, among new and returning visitors?
select
    device, visitor, count(*) as sessions,
    count(*) filter (where purchases > 0) as buying_sessions,
    count(*) filter (where purchases > 0) / count(*) as conversion
from sessions
group by device, visitor
order by conversion desc, sessions desc;

-- time_to_purchase: How long do people take until they buy?
select days_since, share, low, high
from time_to_purchase
where kind = 'first_purchase' and dimension = 'all'
order by days_since;

-- time_to_purchase_tests: Does the time to the purchase differ by device, source or segment?
select kind, dimension, users, chi_square, corrected_p_value
from time_to_purchase_tests
order by corrected_p_value nulls last;

-- traffic: Which channels bring orders, and at what cost?
select
    channel, sessions, orders, conversion_rate, revenue, cost,
    cost_per_order, return_on_ad_spend
from traffic
order by orders desc;

-- weekly: How do visits, orders and revenue move from week to week?
select
    event_week, sessions, orders, revenue,
    session_conversion_rate
from weekly
where is_complete
order by event_week;
